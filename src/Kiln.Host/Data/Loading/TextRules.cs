using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Kiln.Contracts.Data;

namespace Kiln.Host.Data.Loading;

/// <summary>What a column asks of each of its texts.</summary>
sealed class TextRules(Column column)
{
    readonly Regex? _pattern = column.Pattern is null ? null : TextPattern.Create(column.Pattern);

    public static TextRules? For(Column column) => column.Pattern is null && column.MinLength is null && column.MaxLength is null ? null : new(column);

    /// <summary>The rule that the text breaks, and what is wrong with it; null where it is well.</summary>
    public (string Rule, string Matter)? Find(ReadOnlySpan<byte> utf8)
    {
        var text = Encoding.UTF8.GetString(utf8);
        // Characters as people count them, not the halves of a pair.
        var length = text.Length - text.Count(char.IsLowSurrogate);
        return length < column.MinLength ? ("minLength", $"is shorter than the \"minLength\" {Text(column.MinLength)}")
            : length > column.MaxLength ? ("maxLength", $"is longer than the \"maxLength\" {Text(column.MaxLength)}")
            : _pattern?.IsMatch(text) == false ? ("pattern", $"does not match the \"pattern\" {column.Pattern}")
            : null;
    }

    static string Text(int? length) => length!.Value.ToString(CultureInfo.InvariantCulture);
}
