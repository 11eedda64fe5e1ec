/// What a reader accepts before it refuses. A school's largest lists stay far below; the numbers bound the
/// memory and time that a hostile file can take.
public struct SheetLimits: Sendable, Equatable {
    /// Bytes of the file as uploaded.
    public var fileBytes: Int
    /// Expanded bytes of one entry of an archive.
    public var entryBytes: Int
    /// Expanded bytes of all entries together, as the archive's directory declares them.
    public var expandedBytes: Int
    /// How many times its packed size an entry above 8 MB may expand to; lists stay below fifty.
    public var ratio: Int
    /// Entries in an archive.
    public var entries: Int
    /// Cells of all sheets together, filled gaps counted; also the bound on shared texts of a workbook.
    public var cells: Int
    /// Rows of one sheet.
    public var rows: Int
    /// Columns of one row.
    public var columns: Int

    public init(
        fileBytes: Int = 64 << 20, entryBytes: Int = 96 << 20, expandedBytes: Int = 160 << 20, ratio: Int = 250,
        entries: Int = 10_000, cells: Int = 2_000_000, rows: Int = 1_048_576, columns: Int = 16_384
    ) {
        self.fileBytes = fileBytes
        self.entryBytes = entryBytes
        self.expandedBytes = expandedBytes
        self.ratio = ratio
        self.entries = entries
        self.cells = cells
        self.rows = rows
        self.columns = columns
    }

    /// The limits of every reader unless told otherwise: Excel's own grid, 64 MB packed, 160 MB expanded.
    public static let standard = SheetLimits()
}
