Attribute VB_Name = "IndicatorButtons"
Option Explicit

' The buttons on the sheet. All the work is done in Python; the texts stand on the buttons.

Public Sub CheckSubmission()
    Press "check"
End Sub

Public Sub ClearMarks()
    Press "clear"
End Sub

Public Sub NextFinding()
    Press "next_finding"
End Sub

Private Sub Press(macro As String)
    RunPython "from toolkit.excel.macros import " & macro & "; " & macro & "()"
End Sub
