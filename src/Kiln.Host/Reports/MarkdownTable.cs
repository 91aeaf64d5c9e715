using System.Text;

namespace Kiln.Host.Reports;

/// <summary>A table as GitHub, Azure DevOps and GitLab draw it. Its cells are text, and no markup.</summary>
static class MarkdownTable
{
    /// <param name="numbers">The columns that are aligned to the right.</param>
    public static void Write(StringBuilder text, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows, Range numbers)
    {
        var (first, count) = numbers.GetOffsetAndLength(columns.Count);
        text.Append($"| {Join(columns)} |\n|{string.Concat(columns.Select((_, place) => place >= first && place < first + count ? "---:|" : "---|"))}\n");
        foreach (var row in rows)
            text.Append($"| {Join(row)} |\n");
    }

    /// <summary>One whose columns are as wide as their widest cell, because it is also read in a console.</summary>
    /// <param name="isBold">Whether the cell of a row and a column stands out.</param>
    public static void WritePadded(StringBuilder text, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows, Func<int, int, bool>? isBold = null)
    {
        string[][] cells = [[.. columns.Select(MarkdownText.Escape)], .. rows.Select((row, place) => row.Select((cell, column) => Cell(MarkdownText.Escape(cell), isBold?.Invoke(place, column) == true)).ToArray())];
        int[] widths = [.. columns.Select((_, column) => Math.Max(3, cells.Max(row => row[column].Length)))];
        string[][] lines = [cells[0], [.. widths.Select(width => new string('-', width))], .. cells[1..]];
        foreach (var line in lines)
            text.Append($"| {string.Join(" | ", line.Select((cell, column) => cell.PadRight(widths[column])))} |\n");

        static string Cell(string cell, bool bold) => bold ? $"**{cell}**" : cell;
    }

    static string Join(IReadOnlyList<string> cells) => string.Join(" | ", cells.Select(MarkdownText.Escape));
}
