import Web

/// The icons. One never stands without a word or a label beside it.
enum Icon: String {
    case book, print, undo, diary, bars, absent, more, back, next, plus, search, bell

    var html: HTML {
        "<svg class=\"i\" viewBox=\"0 0 16 16\" aria-hidden=\"true\"><path d=\"\(path)\"/></svg>"
    }

    private var path: String {
        switch self {
        case .book:
            "M8 4C6.5 2.8 4 2.5 1.5 2.5v10c2.5 0 5 .3 6.5 1.5 1.5-1.2 4-1.5 6.5-1.500v-10C12 2.5 9.5 2.8 8 4Zm0 0v10"
        case .print: "M4.5 6V2h7v4M4.5 12h-2V6.500h11V12h-2M4.5 9.500h7V14h-7Z"
        case .undo: "M5.5 3 2.5 6l3 3M2.5 6H10a3.5 3.5 0 0 1 0 7H6"
        case .diary: "M2.5 2.500h11v11h-11ZM2.5 6h11"
        case .bars: "M3 13.500V10M8 13.500v-11M13 13.500V7"
        case .absent:
            "M8 8a2.7 2.7 0 1 0 0-5.4A2.7 2.7 0 0 0 8 8ZM2.5 14c.4-2.7 2.3-4 5.5-4M10.5 10.5l3.5 3.5M14 10.5l-3.5 3.5"
        case .more: "M2.5 4h11M2.5 8h11M2.5 12h11"
        case .back: "M10 2.5 4.5 8l5.5 5.5"
        case .next: "M6 2.5 11.5 8 6 13.5"
        case .plus: "M8 2.500v11M2.5 8h11"
        case .search: "M7 11.500a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.5 10.500l3.5 3.5"
        case .bell: "M4 11V7a4 4 0 0 1 8 0v4l1.5 1.500h-11ZM6.8 14.500h2.4"
        }
    }
}
