package org.servanda.reports;

import java.util.Map;

import org.servanda.text.Bilingual;

/**
 * What fields, and what happened to them, are called on paper. Files keep the names of the API; a field that has a
 * vocabulary of its name is called as that is.
 */
final class FieldLabels {

    private static final Map<String, Bilingual> NAMES = Map.ofEntries(
            // The commitment and what its text says.
            name("instrument", "文书", "Instrument"),
            name("item", "条目号", "Item"),
            name("title", "标题", "Title"),
            name("wording", "原文措辞", "Wording"),
            name("summary", "概要", "Summary"),
            name("parts", "分项", "Parts"),
            name("divergences", "文本差异", "Divergences"),
            name("note", "说明", "Note"),
            name("area", "主要领域", "Primary area"),
            name("otherAreas", "其他领域", "Further areas"),
            name("passages", "原文段落", "Passages"),
            name("zh", "中文", "Chinese"),
            name("en", "英文", "English"),
            name("lang", "语言", "Language"),
            name("quote", "引文", "Quote"),
            name("text", "原文", "Text"),
            // Who is to act, and by when.
            name("parties", "参与方", "Parties"),
            name("party", "参与方", "Party"),
            name("owner", "责任方", "Owner"),
            name("stated", "原文所载", "As stated"),
            name("assigned", "已指定", "Assigned"),
            name("how", "表述方式", "How stated"),
            name("unit", "具体单位", "Unit"),
            name("since", "自", "Since"),
            name("history", "变更", "Changes"),
            name("supporting", "支持方", "Supporting"),
            name("supportingAssigned", "指定的支持方", "Supporting, as assigned"),
            name("ownerStated", "原文所载责任方", "Owner as stated"),
            name("ownerStatedParties", "原文点名的责任方", "Owner as named"),
            name("ownerAssigned", "指定的牵头方", "Lead"),
            name("ownerAssignedUnit", "牵头单位", "Unit of the lead"),
            name("ownerAssignedSince", "牵头自", "Lead since"),
            name("timeFrame", "时限", "Time frame"),
            name("timeFrameFrom", "时限起", "Time frame from"),
            name("timeFrameTo", "时限止", "Time frame to"),
            name("from", "自", "From"),
            name("to", "至", "To"),
            name("precision", "日期精度", "Precision"),
            name("basis", "依据", "Basis"),
            // Where it stands.
            name("percent", "完成百分比", "Percent done"),
            name("percentOn", "完成百分比所属日期", "Percent of"),
            name("statusSince", "状态自", "Status since"),
            name("cleared", "撤销", "Taken away"),
            name("id", "编号", "Id"),
            name("lastReportRecordedAt", "最近填报接受时间", "Last report accepted at"),
            name("successor", "后继事项", "Successor"),
            name("evidenceCount", "证据数", "Items of evidence"),
            name("lastUpdate", "最近填报", "Last report"),
            name("lastReport", "最近填报", "Last report"),
            name("lastReportOn", "最近填报所述日期", "Day of the last report"),
            name("lastReportParty", "最近填报的参与方", "Party of the last report"),
            name("statusBasis", "状态依据", "Basis of the status"),
            // Reports, evidence, milestones, assessments, links.
            name("state", "状态", "State"),
            name("decision", "审核结果", "Decision"),
            name("corrects", "更正", "Corrects"),
            name("correctedBy", "已被更正", "Corrected by"),
            name("backs", "佐证对象", "Backs"),
            name("file", "文件", "File"),
            name("url", "网址", "Address"),
            name("publisher", "发布者", "Publisher"),
            name("language", "语言", "Language"),
            name("publishedOn", "发布日期", "Published on"),
            name("retrievedAt", "查阅时间", "Retrieved at"),
            name("sha256", "SHA-256 摘要", "SHA-256"),
            name("milestones", "节点", "Milestone"),
            name("plannedOn", "计划日期", "Planned for"),
            name("forecastOn", "预计日期", "Expected by"),
            name("achievedOn", "达成日期", "Achieved on"),
            name("dropped", "已放弃", "Dropped"),
            name("result", "评估结果", "Result"),
            name("links", "关联", "Link"),
            name("outgoing", "本项指向对方", "From this one"),
            name("incoming", "对方指向本项", "From the other"),
            name("direction", "方向", "Direction"),
            name("type", "类型", "Type"),
            name("assertedBy", "提出者", "Asserted by"),
            name("reviewedBy", "复核者", "Reviewed by"),
            // What happened, as the history names it.
            name("recorded", "录入", "Recorded"),
            name("corrected", "订正", "Read again"),
            name("edited", "编辑", "Edited"),
            name("submitted", "提交填报", "Report submitted"),
            name("noted", "附注", "Noted"),
            name("accepted", "接受填报", "Report accepted"),
            name("returned", "退回填报", "Report returned"),
            name("assessed", "评估", "Assessed"),
            name("milestone", "节点", "Milestone"),
            name("evidence", "证据", "Evidence"));

    private FieldLabels() {}

    /** Null for what has no name here. A field in one language is called as the field, with the language. */
    static Bilingual of(String field) {
        Bilingual known = NAMES.get(field);
        if (known != null) return known;
        if (field.endsWith("Zh")) return in(field, "（中文）", " (Chinese)");
        if (field.endsWith("En")) return in(field, "（英文）", " (English)");
        return null;
    }

    private static Bilingual in(String field, String zh, String en) {
        Bilingual both = NAMES.get(field.substring(0, field.length() - 2));
        return both == null ? null : new Bilingual(both.zh() + zh, both.en() + en);
    }

    private static Map.Entry<String, Bilingual> name(String field, String zh, String en) {
        return Map.entry(field, new Bilingual(zh, en));
    }
}
