using System.Text;

namespace Kiln.Host.Reports;

/// <summary>A table as GitHub, Azure DevOps and GitLab draw it.</summary>
static class MarkdownTable
{
    /// <param name="numbers">The columns that are aligned to the right.</param>
    public static void Write(StringBuilder text, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows, Range numbers)
    {
        var (first, count) = numbers.GetOffsetAndLength(columns.Count);
        text.Append($"| {string.Join(" | ", columns)} |\n|{string.Concat(columns.Select((_, place) => place >= first && place < first + count ? "---:|" : "---|"))}\n");
        foreach (var row in rows)
            text.Append($"| {string.Join(" | ", row.Select(cell => cell.Replace("|", "\\|")))} |\n");
    }
}
