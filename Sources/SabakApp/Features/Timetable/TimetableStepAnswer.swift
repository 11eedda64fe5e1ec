import SchoolRules
import Web

/// The answer to a step: what the script of the page draws anew, and what it takes to undo the step.
struct TimetableStepAnswer {
    let visit: Visit
    let step: TimetableStep
    let board: TimetableBoard

    var data: Answer {
        let changed = Set((step.change.take + step.change.put).map(\.weekday))
        let days = changed.isEmpty ? Set(board.weekdays) : changed
        let grid = TimetableGrid(visit: visit, board: board, mayEdit: true)
        let page = TimetablePageView(visit: visit, board: board, problem: nil)
        return .json([
            "said": .string(step.done[visit.language]),
            "told": .array(step.told.map { .string($0[visit.language]) }),
            "take": .array(step.change.take.map { .string(TimetableForms.text($0)) }),
            "put": .array(step.change.put.map { .string(TimetableForms.text($0)) }),
            "cells": .object(grid.cells(on: days).map { ($0.id, .string($0.html.string)) }),
            "load": .string(TimetablePanel(visit: visit, board: board).pages.string),
            "warnings": .string(page.warning?.string ?? ""),
        ])
    }

    /// The page anew, for a form sent without the script.
    var page: Answer {
        let notes = [step.done[visit.language]] + step.told.map { $0[visit.language] }
        return TimetablePageView(visit: visit, board: board, problem: nil, notes: notes).answer()
    }
}
