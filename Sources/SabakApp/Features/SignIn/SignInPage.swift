import Web

/// The door: signing in and the first sign-in.
enum SignInPage {
    static func signIn(_ caller: Caller, next: String, problem: Text?, login: String = "") -> HTML {
        let words = caller.language
        return DoorLayout.html(
            SignInTexts.signIn[words], caller: caller,
            """
            <h1>\(SignInTexts.signIn[words])</h1>
            <p class="sub">\(SignInTexts.what[words])</p>
            \(alert(problem, words))
            <form class="form" method="post" action="/sign-in">
            <input type="hidden" name="next" value="\(next)">
            <p class="field"><label for="login">\(SignInTexts.login[words])</label>\
            <input id="login" name="login" autocomplete="username" autocapitalize="none" spellcheck="false" required \
            value="\(login)"></p>
            <p class="field"><label for="password">\(SignInTexts.password[words])</label>\
            <input id="password" name="password" type="password" autocomplete="current-password" required></p>
            <p class="acts"><button class="main">\(SignInTexts.enter[words])</button></p>
            </form>
            <p class="links"><a href="/activate">\(SignInTexts.haveCode[words])</a></p>
            <p class="sub">\(SignInTexts.forgotten[words])</p>
            """)
    }

    /// - Parameter field: the field that the problem is about, as a pointer.
    static func activate(
        _ caller: Caller, login: String, code: String = "", problem: Text?, field: String? = nil
    ) -> HTML {
        let words = caller.language
        func marks(_ name: String, _ described: String = "") -> HTML? {
            let isBad = field == "/" + name
            if isBad { return " aria-invalid=\"true\" aria-describedby=\"problem\" autofocus" }
            return described.isEmpty ? nil : " aria-describedby=\"\(described)\""
        }
        // The name comes with the slip's picture: what is left to type is the code.
        let toCode: HTML? = login.isEmpty || field != nil ? nil : " autofocus"
        return DoorLayout.html(
            SignInTexts.firstTime[words], caller: caller,
            """
            <h1>\(SignInTexts.firstTime[words])</h1>
            <p class="sub">\(SignInTexts.firstTimeWhat[words])</p>
            \(alert(problem, words))
            <form class="form" method="post" action="/activate">
            <p class="field"><label for="login">\(SignInTexts.login[words])</label>\
            <input id="login" name="login" autocomplete="username" autocapitalize="none" spellcheck="false" required \
            value="\(login)"\(marks("login"))></p>
            <p class="field"><label for="code">\(SignInTexts.code[words])</label>\
            <input id="code" name="code" class="code" autocomplete="one-time-code" autocapitalize="characters" \
            spellcheck="false" required value="\(code)"\(marks("code"))\(toCode)></p>
            <p class="field"><label for="password">\(SignInTexts.newPassword[words])</label>\
            <input id="password" name="password" type="password" autocomplete="new-password" minlength="8" required\
            \(marks("password", "password-hint"))><small class="hint" id="password-hint">\
            \(SignInTexts.passwordHint[words])</small></p>
            <section class="duty-box" aria-labelledby="duty-title"><h2 id="duty-title">\(SignInTexts.duty[words])</h2>\
            \(DutyPage.text(words))</section>
            <input type="hidden" name="duty" value="\(words.rawValue)">
            <p class="acts"><button class="main">\(SignInTexts.saveAndEnter[words])</button></p>
            </form>
            <p class="links"><a href="/sign-in">\(SignInTexts.havePassword[words])</a></p>
            """)
    }

    private static func alert(_ problem: Text?, _ words: Language) -> HTML? {
        problem.map { "<p class=\"say bad\" role=\"alert\" id=\"problem\">\($0[words])</p>" }
    }
}
