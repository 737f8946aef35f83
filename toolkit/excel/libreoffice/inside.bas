' What the engine asks of LibreOffice, answered inside it: a question is one way there and back, as a call to
' Excel is. Places count from 0, an area is the name of its sheet and its four bounds.
Option Explicit

Function Ask(ByVal document, ByVal question As String, ByVal place, ByVal given)
  Dim sheet, area
  If UBound(place) < 0 Then
    Ask = AskBook(document, question, given)
    Exit Function
  End If
  sheet = document.Sheets.getByName(place(0))
  If UBound(place) = 4 Then area = sheet.getCellRangeByPosition(place(1), place(2), place(3), place(4))
  Select Case question
    Case "used" : Ask = UsedArea(sheet)
    Case "all" : Ask = Everything(document, sheet)
    Case "data" : Ask = area.getDataArray()
    Case "values" : Ask = Array(area.getDataArray(), Moments(document, area), Failures(area))
    Case "formula cells" : Ask = Bounds(area.queryFormulaCells(7).RangeAddresses)
    Case "write" : area.setDataArray(given)
    Case "enter" : Enter(document, area, given)
    Case "formulas" : area.setFormulaArray(given)
    Case "formats" : Ask = Formats(document, area)
    Case "fills" : Ask = Different(area, "CellBackColor")
    Case "inks" : Ask = Inks(area)
    Case "merges" : Ask = Merges(sheet)
    Case "merged" : Ask = Merged(sheet, area)
    Case "merge area" : Ask = MergeArea(sheet, area)
    Case "hidden rows" : Ask = HiddenRows(area)
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
    Case "set inks" : SetInks(sheet, given)
    Case "notes" : Ask = sheet.Annotations.Count
    Case "note" : Ask = area.getCellByPosition(0, 0).Annotation.String
    Case "add notes" : AddNotes(sheet, given)
    Case "set note" : area.getCellByPosition(0, 0).Annotation.setString(given)
    Case "delete note" : area.clearContents(com.sun.star.sheet.CellFlags.ANNOTATION)
    Case "select" : document.CurrentController.select(area)
    Case "activate" : document.CurrentController.ActiveSheet = sheet
    Case "protected" : Ask = sheet.isProtected()
    Case "format" : area.NumberFormat = FormatKey(document, given)
    Case "fit" : Fit(sheet)
    Case "heights" : Heights(sheet, given)
    Case "visible" : Ask = sheet.IsVisible
  End Select
End Function

' What concerns no sheet that is there already.
Function AskBook(document, question, given)
  Select Case question
    Case "names" : AskBook = document.Sheets.ElementNames
    Case "active" : AskBook = document.CurrentController.ActiveSheet.Name
    Case "selection" : AskBook = Selection(document.CurrentSelection)
    Case "add" : document.Sheets.insertNewByName(given(0), given(1))
    Case "remove" : document.Sheets.removeByName(given)
    Case "hold" : Hold(document, True)
    Case "release" : Hold(document, False)
  End Select
End Function

' The sheet and the bounds of the cells that are selected, nothing for several areas, a picture, a button.
Function Selection(selected)
  Dim bounds
  Selection = Array()
  If IsNull(selected) Or IsEmpty(selected) Then Exit Function
  If Not HasUnoInterfaces(selected, "com.sun.star.sheet.XCellRangeAddressable") Then Exit Function
  bounds = BoundsOf(selected.RangeAddress)
  Selection = Array(selected.Spreadsheet.Name, bounds(0), bounds(1), bounds(2), bounds(3))
End Function

' Nothing is painted, laid out or kept for Undo: what a macro does cannot be undone in Excel either.
Sub Hold(document, still)
  If still Then
    document.lockControllers()
    document.addActionLock()
  End If
  document.IsUndoEnabled = Not still
  document.IsAdjustHeightEnabled = Not still
  If Not still Then
    document.removeActionLock()
    document.unlockControllers()
  End If
End Sub

Function FormatKey(document, text)
  Dim locale As New com.sun.star.lang.Locale
  locale.Language = "en"
  locale.Country = "US"
  FormatKey = document.NumberFormats.queryKey(text, locale, False)
  If FormatKey = -1 Then FormatKey = document.NumberFormats.addNew(text, locale)
End Function

' Writings one after the other.
Sub AskAll(ByVal questions)
  Dim asked
  For Each asked In questions
    Ask(asked(0), asked(1), asked(2), asked(3))
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

' What is asked of every sheet that is read: question, bounds, answer.
Function Everything(document, sheet)
  Dim used, area, none
  used = UsedArea(sheet)
  area = sheet.getCellRangeByPosition(used(0), used(1), used(2), used(3))
  none = Array()
  Everything = Array( _
    Array("used", none, used), _
    Array("visible", none, sheet.IsVisible), _
    Array("protected", none, sheet.isProtected()), _
    Array("notes", none, sheet.Annotations.Count), _
    Array("values", used, Array(area.getDataArray(), Moments(document, area), Failures(area))), _
    Array("data", used, area.getDataArray()), _
    Array("formula cells", used, Bounds(area.queryFormulaCells(7).RangeAddresses)), _
    Array("formats", used, Formats(document, area)), _
    Array("hidden columns", Array(used(0), 0, used(2), 0), Hidden(area.Columns)), _
    Array("merges", none, Merges(sheet)))
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

' The colours of all characters, two of them at most: of the cells first, then within their formatted texts.
Function Inks(area)
  Dim found, cells, cursor
  found = Different(area, "CharColor")
  cells = area.queryContentCells(512).Cells.createEnumeration()
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

' A row with one line, which tells how high a line is, and rows from one to another with their lines.
Sub Heights(sheet, given)
  Dim single, high, run
  single = sheet.Rows.getByIndex(given(0))
  single.OptimalHeight = True
  high = single.Height
  For Each run In given(1)
    sheet.getCellRangeByPosition(0, run(0), 0, run(1)).Rows.Height = high * run(2)
  Next
End Sub

Sub SetInks(sheet, given)
  Dim entry, cell
  For Each entry In given
    cell = sheet.getCellByPosition(entry(0), entry(1))
    If entry(2) = 0 And entry(3) >= Len(cell.String) Then
      cell.CharColor = entry(4)
    Else
      Part(cell, entry(2), entry(3)).CharColor = entry(4)
    End If
  Next
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

' All merged ranges of a sheet.
Function Merges(sheet)
  Dim found, blocks, block, cursor, number, bounds
  found = Array()
  cursor = sheet.createCursor()
  cursor.gotoStartOfUsedArea(False)
  cursor.gotoEndOfUsedArea(True)
  blocks = cursor.getCellFormatRanges()
  For number = 0 To blocks.Count - 1
    block = blocks.getByIndex(number)
    If block.getIsMerged() Then
      bounds = MergeArea(sheet, block)
      If bounds(0) < bounds(2) Or bounds(1) < bounds(3) Then Append(found, bounds)
    End If
  Next
  Merges = found
End Function

' Mostly no row is hidden, which is seen at once.
Function HiddenRows(area)
  Dim shown
  shown = area.queryVisibleCells().RangeAddresses
  HiddenRows = Array(False)
  If UBound(shown) = 0 Then
    If shown(0).StartRow = area.RangeAddress.StartRow And shown(0).EndRow = area.RangeAddress.EndRow Then Exit Function
  End If
  HiddenRows = Hidden(area.Rows)
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
Sub AddNotes(sheet, given)
  Dim entry, cell
  For Each entry In given
    cell = sheet.getCellByPosition(entry(0), entry(1))
    sheet.Annotations.insertNew(cell.CellAddress, ".")
    cell.Annotation.setString(entry(2))
  Next
End Sub
