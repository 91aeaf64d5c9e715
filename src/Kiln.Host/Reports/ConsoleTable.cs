using System.Text;

namespace Kiln.Host.Reports;

/// <summary>A table in Markdown that is also read as it stands: its columns are padded.</summary>
static class ConsoleTable
{
    const int Narrowest = 3;

    public static void Write(StringBuilder text, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        List<string[]> table = [[.. columns], .. rows.Select(row => row.Select(cell => cell.Replace("|", "\\|")).ToArray())];
        int[] widths = [.. columns.Select((_, column) => Math.Max(Narrowest, table.Max(row => row[column].Length)))];
        for (var row = 0; row < table.Count; row++)
        {
            text.Append($"| {string.Join(" | ", table[row].Select((cell, column) => cell.PadRight(widths[column])))} |\n");
            if (row == 0)
                text.Append($"| {string.Join(" | ", widths.Select(width => new string('-', width)))} |\n");
        }
    }
}
