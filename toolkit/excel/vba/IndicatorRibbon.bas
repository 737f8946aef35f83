Attribute VB_Name = "IndicatorRibbon"
Option Explicit

' The buttons of the ribbon. All the work is done in Python; the texts are in customUI.xml.

Public Sub CheckSubmission(control As IRibbonControl)
    Press "check"
End Sub

Public Sub ClearMarks(control As IRibbonControl)
    Press "clear"
End Sub

Public Sub NextFinding(control As IRibbonControl)
    Press "next_finding"
End Sub

Public Sub About(control As IRibbonControl)
    Press "about"
End Sub

Private Sub Press(macro As String)
    If ActiveWorkbook Is Nothing Then Exit Sub
    RunPython "from toolkit.excel.macros import " & macro & "; " & macro & "()"
End Sub
