Option Explicit

' Once Excel has started and has nothing to do.
Private Sub Workbook_Open()
    If IsResident() Then Application.OnTime Now, "'" & ThisWorkbook.Name & "'!IndicatorRibbon.WarmUp"
End Sub
