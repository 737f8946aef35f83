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
    If PressedInResident(macro) Then Exit Sub
    RunPython "from toolkit.excel.macros import " & macro & "; " & macro & "()"
End Sub

' Start the resident Python soon after Excel, so that the first click finds it warm.
Public Sub WarmUp()
    #If Mac Then
    #Else
        On Error Resume Next
        If IsResident() Then XLPy.Call XLPy.Module("toolkit.excel.resident"), "warm_up", XLPy.Tuple()
    #End If
End Sub

Public Function IsResident() As Boolean
    IsResident = (CStr(GetConfig("RESIDENT", "False")) = "True")
End Function

' Whether the resident Python has done it. Where it does not answer, or has become stale, it is ended, and
' the click is served by a Python of its own.
Private Function PressedInResident(macro As String) As Boolean
    #If Mac Then
    #Else
        Dim said As String
        If Not IsResident() Then Exit Function
        On Error GoTo Fallen
        XLPy.SetAttr XLPy.Module("xlwings._xlwindows"), "BOOK_CALLER", ActiveWorkbook
        said = XLPy.Str(XLPy.Call(XLPy.Module("toolkit.excel.resident"), "press", XLPy.Tuple(macro)))
        If said <> "stale" Then
            PressedInResident = True
            If said <> "" Then ShowError "", said
            Exit Function
        End If
        EndResident
        Exit Function
Fallen:
        EndResident
    #End If
End Function

Private Sub EndResident()
    #If Mac Then
    #Else
        On Error Resume Next
        KillPy
    #End If
End Sub
