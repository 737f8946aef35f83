' Stands for the VBA of xlwings in the twin, which is tested and never shipped: the same entry and the same
' command line, without what only Windows has. The office stays alive while it waits.
Public Function RunPython(PythonCommand As String)
    Dim folder As String, number As Integer, waited As Integer
    folder = Environ("INDICATORS_TEST_FOLDER")
    number = FreeFile
    Open folder & "/request" For Output As #number
    Print #number, PythonCommand & vbTab & "--wb=" & ActiveWorkbook.Name
    Close #number
    Shell Environ("INDICATORS_TEST_RUNNER"), 0
    For waited = 1 To 6000
        If Dir(folder & "/done") <> "" Then Exit For
        Wait 10
    Next waited
    Kill folder & "/done"
    RunPython = 0
End Function
