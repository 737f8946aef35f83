' What the engine asks of LibreOffice, answered inside it: a question is one way there and back, as a call to
' Excel is. Places count from 0, an area is the name of its sheet and its four bounds.
Option Explicit

Function Ask(ByVal document, ByVal question As String, ByVal place, ByVal given)
  Dim sheet, area
  If question = "names" Then
    Ask = document.Sheets.ElementNames
    Exit Function
  End If
  sheet = document.Sheets.getByName(place(0))
  If UBound(place) = 4 Then area = sheet.getCellRangeByPosition(place(1), place(2), place(3), place(4))
  Select Case question
    Case "used" : Ask = UsedArea(sheet)
    Case "data" : Ask = area.getDataArray()
    Case "values" : Ask = Array(area.getDataArray(), Moments(document, area), Failures(area))
    Case "formulas" : Ask = Bounds(area.queryFormulaCells(7).RangeAddresses)
    Case "write" : area.setDataArray(given)
    Case "enter" : Enter(document, area, given)
    Case "formats" : Ask = Formats(document, area)
    Case "fills" : Ask = Different(area, "CellBackColor")
    Case "inks" : Ask = Inks(area)
    Case "merged" : Ask = Merged(sheet, area)
    Case "merge area" : Ask = MergeArea(sheet, area)
    Case "hidden rows" : Ask = Hidden(area.Rows)
    Case "hidden columns" : Ask = Hidden(area.Columns)
    Case "get" : Ask = area.getPropertyValue(given)
    Case "set" : area.setPropertyValue(given(0), given(1))
    Case "merge" : area.merge(True)
    Case "hide columns" : area.Columns.IsVisible = Not given
    Case "width" : area.Columns.Width = given
    Case "get width" : Ask = area.Columns.getByIndex(0).Width
    Case "fill" : Fill(sheet, given(0), given(1))
    Case "text" : Ask = Part(area.getCellByPosition(0, 0), given(0), given(1)).String
    Case "text inks" : Ask = TextInks(area.getCellByPosition(0, 0), given(0), given(1))
    Case "ink" : SetInk(area.getCellByPosition(0, 0), given(0), given(1), given(2))
    Case "notes" : Ask = sheet.Annotations.Count
    Case "note" : Ask = area.getCellByPosition(0, 0).Annotation.String
    Case "add note" : AddNote(sheet, area.getCellByPosition(0, 0), given)
    Case "set note" : area.getCellByPosition(0, 0).Annotation.setString(given)
    Case "delete note" : area.clearContents(com.sun.star.sheet.CellFlags.ANNOTATION)
    Case "select" : document.CurrentController.select(area)
    Case "activate" : document.CurrentController.ActiveSheet = sheet
    Case "protected" : Ask = sheet.isProtected()
    Case "fit" : Fit(sheet)
    Case "visible" : Ask = sheet.IsVisible
  End Select
End Function

' Writings one after the other; the two that come by the hundred without a detour.
Sub AskAll(ByVal questions)
  Dim asked, place, given, sheet, name
  name = ""
  For Each asked In questions
    place = asked(2)
    given = asked(3)
    If place(0) <> name Then
      name = place(0)
      sheet = asked(0).Sheets.getByName(name)
    End If
    Select Case asked(1)
      Case "ink" : SetInk(sheet.getCellByPosition(place(1), place(2)), given(0), given(1), given(2))
      Case "add note"
        AddNote(sheet, sheet.getCellByPosition(place(1), place(2)), given)
      Case Else : Ask(asked(0), asked(1), place, given)
    End Select
  Next
End Sub

Sub Append(list, item)
  ReDim Preserve list(UBound(list) + 1)
  list(UBound(list)) = item
End Sub

Sub AppendNew(list, item)
  Dim known
  For Each known In list
    If known = item Then Exit Sub
  Next
  Append(list, item)
End Sub

Function BoundsOf(address)
  BoundsOf = Array(address.StartColumn, address.StartRow, address.EndColumn, address.EndRow)
End Function

Function Bounds(addresses)
  Dim found, address
  found = Array()
  For Each address In addresses
    Append(found, BoundsOf(address))
  Next
  Bounds = found
End Function

Function UsedArea(sheet)
  Dim cursor
  cursor = sheet.createCursor()
  cursor.gotoStartOfUsedArea(False)
  cursor.gotoEndOfUsedArea(True)
  UsedArea = BoundsOf(cursor.RangeAddress)
End Function

' Where a number is shown as a moment or a truth value.
Function Moments(document, area)
  Dim found, blocks, number, kind
  found = Array()
  blocks = area.getCellFormatRanges()
  For number = 0 To blocks.Count - 1
    kind = document.NumberFormats.getByKey(blocks.getByIndex(number).NumberFormat).Type
    If (kind And 1030) <> 0 Then Append(found, Array(BoundsOf(blocks.getByIndex(number).RangeAddress), kind))
  Next
  Moments = found
End Function

Function Failures(area)
  Dim found, address, row, column
  found = Array()
  For Each address In area.queryFormulaCells(4).RangeAddresses
    For row = address.StartRow To address.EndRow
      For column = address.StartColumn To address.EndColumn
        Append(found, Array(row, column, area.Spreadsheet.getCellByPosition(column, row).getError()))
      Next
    Next
  Next
  Failures = found
End Function

Function Formats(document, area)
  Dim found, key
  found = Array()
  For Each key In Different(area, "NumberFormat")
    Append(found, document.NumberFormats.getByKey(key).FormatString)
  Next
  Formats = found
End Function

' Formulas in the grammar of Excel, and texts.
Sub Enter(document, area, given)
  Dim parser, row, column, cell
  parser = document.createInstance("com.sun.star.sheet.FormulaParser")
  parser.CompileEnglish = True
  parser.FormulaConvention = 3
  For row = 0 To UBound(given)
    For column = 0 To UBound(given(row))
      cell = area.getCellByPosition(column, row)
      If Left(given(row)(column), 1) = "=" Then
        cell.setTokens(parser.parseFormula(Mid(given(row)(column), 2), cell.CellAddress))
      Else
        cell.setString(given(row)(column))
      End If
    Next
  Next
End Sub

' The values that a property has in an area, two of them at most.
Function Different(area, name)
  Dim found, blocks, number
  found = Array()
  blocks = area.getCellFormatRanges()
  For number = 0 To blocks.Count - 1
    AppendNew(found, blocks.getByIndex(number).getPropertyValue(name))
    If UBound(found) > 0 Then Exit For
  Next
  Different = found
End Function

' The colours of all characters, two of them at most: of the cells first, then within their texts.
Function Inks(area)
  Dim found, cells, cursor
  found = Different(area, "CharColor")
  cells = area.queryContentCells(4).Cells.createEnumeration()
  Do While cells.hasMoreElements() And UBound(found) = 0
    cursor = cells.nextElement().createTextCursor()
    cursor.gotoStart(False)
    cursor.gotoEnd(True)
    If cursor.getPropertyState("CharColor") = com.sun.star.beans.PropertyState.AMBIGUOUS_VALUE Then
      Append(found, "several")
    Else
      AppendNew(found, cursor.CharColor)
    End If
  Loop
  Inks = found
End Function

Function TextInks(cell, start, finish)
  Dim found, paragraphs, portions, portion, place, first
  found = Array()
  paragraphs = cell.createEnumeration()
  place = 0
  first = True
  Do While paragraphs.hasMoreElements()
    ' A line break counts as a character.
    If Not first Then place = place + 1
    first = False
    portions = paragraphs.nextElement().createEnumeration()
    Do While portions.hasMoreElements()
      portion = portions.nextElement()
      If place < finish And place + Len(portion.String) > start Then AppendNew(found, portion.CharColor)
      place = place + Len(portion.String)
    Loop
  Loop
  TextInks = found
End Function

Function Part(cell, start, finish)
  Dim cursor
  cursor = cell.createTextCursor()
  cursor.gotoStart(False)
  cursor.goRight(start, False)
  cursor.goRight(finish - start, True)
  Part = cursor
End Function

Sub Fit(sheet)
  Dim cursor
  cursor = sheet.createCursor()
  cursor.gotoEndOfUsedArea(True)
  cursor.Rows.OptimalHeight = True
End Sub

Sub SetInk(cell, start, finish, colour)
  If start = 0 And finish >= Len(cell.String) Then
    cell.CharColor = colour
  Else
    Part(cell, start, finish).CharColor = colour
  End If
End Sub

Function MergeArea(sheet, area)
  Dim cursor
  cursor = sheet.createCursorByRange(area.getCellByPosition(0, 0))
  cursor.collapseToMergedArea()
  MergeArea = BoundsOf(cursor.RangeAddress)
End Function

' Whether each block of one format is merged: a merged range is a block of its own, and so is its rest.
Function Merged(sheet, area)
  Dim found, blocks, number, bounds
  found = Array()
  blocks = area.getCellFormatRanges()
  For number = 0 To blocks.Count - 1
    bounds = MergeArea(sheet, blocks.getByIndex(number))
    AppendNew(found, bounds(0) < bounds(2) Or bounds(1) < bounds(3))
    If UBound(found) > 0 Then Exit For
  Next
  Merged = found
End Function

Function Hidden(lines)
  Dim found, number
  found = Array()
  For number = 0 To lines.Count - 1
    AppendNew(found, Not lines.getByIndex(number).IsVisible)
    If UBound(found) > 0 Then Exit For
  Next
  Hidden = found
End Function

Sub Fill(sheet, areas, colour)
  Dim area
  For Each area In areas
    sheet.getCellRangeByPosition(area(0), area(1), area(2), area(3)).CellBackColor = colour
  Next
End Sub

' A long text is laid out some three times as it is inserted, and once where it replaces a short one.
Sub AddNote(sheet, cell, text)
  sheet.Annotations.insertNew(cell.CellAddress, ".")
  cell.Annotation.setString(text)
End Sub
