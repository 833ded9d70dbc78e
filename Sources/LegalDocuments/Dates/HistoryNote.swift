/// One step in a document's life, as a note under its title tells it.
public struct HistoryEvent: Equatable, Sendable {
    public enum Action: String, Sendable, CaseIterable {
        /// 通过
        case adopted
        /// 批准
        case approved
        /// 公布, 发布, 印发
        case published
        /// 修正, 修改
        case amended
        /// 修订
        case revised
        /// 施行, 实施
        case effective
        /// 废止
        case repealed
        /// A date without one of these words, for example before a document number.
        case other
    }

    public var date: LegalDate
    public var action: Action
    /// Who acted, without the number of the session: 全国人民代表大会常务委员会. Nil where the note does not say.
    public var body: String?
    /// The words from the date through the action, as written.
    public var quote: String

    public init(date: LegalDate, action: Action, body: String?, quote: String) {
        self.date = date
        self.action = action
        self.body = body
        self.quote = quote
    }
}

/// Reads the notes under titles (题注) and the lines of an amendment history.
///
///     HistoryNote.events(in: "2023年9月1日第十四届全国人民代表大会常务委员会第五次会议修订")
///     // revised on 2023-09-01 by 全国人民代表大会常务委员会
public enum HistoryNote {
    /// The events in the order of the text. A date inside 《》 belongs to a title and is none.
    public static func events(in text: String) -> [HistoryEvent] {
        let compact = CompactText(text)
        let quoted = TitleMarks.depths(of: compact)
        let dates = LegalDate.matches(in: compact).filter { quoted[$0.range.lowerBound] == 0 }
        var events: [HistoryEvent] = []
        var waiting: [HistoryEvent] = []
        for (index, date) in dates.enumerated() {
            let limit = index + 1 < dates.count ? dates[index + 1].range.lowerBound : compact.count
            let clause = date.range.upperBound..<limit
            let actions = HistoryAction.actions(in: compact, clause, quoted: quoted)
            let end = actions.map(\.end).max() ?? HistoryAction.endWithoutAction(in: compact, clause)
            let bodyEnd = HistoryAction.firstWord(in: compact, clause, quoted: quoted) ?? end
            let event = HistoryEvent(
                date: date.date, action: actions.first?.action ?? .other,
                body: HistoryBody.name(
                    in: compact, clause.lowerBound..<bodyEnd, title: clause.lowerBound..<end, quoted: quoted),
                quote: text.slice(scalars: compact.originalSpan(of: date.range.lowerBound..<end)))
            guard !actions.isEmpty, !HistoryAction.goesOn(in: compact, clause, after: end) else {
                waiting.append(event)
                continue
            }
            events += waiting.map { $0.sharing(event.action) }
            waiting.removeAll()
            events += actions.map { event.with($0.action) }
        }
        return events + waiting
    }
}

extension HistoryEvent {
    /// An event whose clause leads on to another: two bodies pass one act (…会议、2018年…会议通过), or one passes what the next
    /// approves (通过并经2020年…批准的《…决定》修正).
    fileprivate func sharing(_ next: Action) -> HistoryEvent {
        if action == .other { return body == nil || quote.contains("号") ? self : with(next) }
        return next == .amended || next == .revised ? with(next) : self
    }

    /// Coming into force is nobody's act.
    fileprivate func with(_ action: Action) -> HistoryEvent {
        HistoryEvent(date: date, action: action, body: action == .effective ? nil : body, quote: quote)
    }
}

/// How deep each place of a text lies in title marks.
enum TitleMarks {
    static func depths(of text: CompactText) -> [Int] {
        var depth = 0
        return text.scalars.map { scalar in
            if scalar == "《" { depth += 1 }
            defer { if scalar == "》" { depth = max(0, depth - 1) } }
            return depth
        }
    }
}
