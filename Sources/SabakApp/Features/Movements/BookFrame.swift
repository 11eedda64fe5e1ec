import SchoolRules
import Web

/// What the pages of the books have around them: the title, the other books, the file, the head on paper.
struct BookFrame: Sendable {
    let visit: Visit
    let title: Text
    let address: String
    /// Where the same is had as a workbook.
    let file: String
    private var words: Language { visit.language }

    func answer(_ sub: String, _ content: HTML) -> Answer {
        let links = [
            ("/movements", MovementTexts.book), ("/movements/totals", MovementTexts.totals),
            ("/alphabet", MovementTexts.alphabet),
        ].html { link in
            let current: HTML? = link.0 == address ? " aria-current=\"page\"" : nil
            return "<a href=\"\(link.0)\"\(current)>\(link.1[words])</a>"
        }
        return Layout(visit: visit, title: title[words], place: "/movements", frame: .wide).answer(
            """
            <div class="head"><div><h1>\(title[words])</h1><p class="sub">\(visit.school.name) · \(sub)</p></div>
            <nav class="seg" aria-label="\(MovementTexts.books[words])">\(links)</nav>
            <p class="acts"><a class="button" href="\(file)" download>\(MovementTexts.download[words])</a>\
            <button type="button" data-print hidden>\(Icon.print.html)\(ShellTexts.print[words])</button></p></div>
            \(content)
            <p class="signs">\(MovementTexts.signatures[words])</p>
            """)
    }

    /// Pages of a long book.
    func pages(_ wish: MovementWish, total: Int) -> HTML? {
        let length = MovementWish.pageLength
        guard total > length else { return nil }
        let last = min(wish.page * length, total)
        let back: HTML? =
            wish.page == 1
            ? nil
            : """
            <a href="\(wish.address(address, page: wish.page - 1))" rel="prev">\(Icon.back.html)\
            \(ShellTexts.previous[words])</a>
            """
        let next: HTML? =
            last >= total
            ? nil
            : """
            <a href="\(wish.address(address, page: wish.page + 1))" rel="next">\(ShellTexts.following[words])\
            \(Icon.next.html)</a>
            """
        return """
            <nav class="pages" aria-label="\(MovementTexts.pages[words])">\(back)\
            <span>\((wish.page - 1) * length + 1)–\(last) / \(total)</span>\(next)</nav>
            """
    }
}
