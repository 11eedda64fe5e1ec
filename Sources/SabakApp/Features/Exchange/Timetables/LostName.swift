import Sheets

/// Names a program without the letters ө ү ң ә ғ қ has written.
enum LostName {
    static func isLost(_ name: String) -> Bool { LostLetters.areMissing(in: name) }
}
