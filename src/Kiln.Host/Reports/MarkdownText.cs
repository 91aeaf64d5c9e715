namespace Kiln.Host.Reports;

/// <summary>What comes from the data or from a contract, as text in Markdown: one line, no markup, no link and no picture.</summary>
static class MarkdownText
{
    public static string Escape(string text) => text.ReplaceLineEndings(" ").Replace("<", "&lt;").Replace("](", "]\\(");
}
