using System.ComponentModel;
using System.Text.RegularExpressions;

namespace Kiln.Validation;

/// <inheritdoc/>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PatternRule : ColumnRule
{
    readonly string _pattern;
    readonly Regex _whole;

    /// <summary>What the texts of a column look like.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="isClassified">Whether no message may have the value.</param>
    /// <param name="pattern">A regular expression that a whole text matches. No pattern takes longer than the text is long.</param>
    public PatternRule(string column, bool isClassified, string pattern)
        : base(column, isClassified) => (_pattern, _whole) = (pattern, new($@"\A(?:{pattern})\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking));

    /// <param name="value">The value; null and blanks are missing, and match.</param>
    /// <param name="found">Gets what is not allowed.</param>
    public void Check(string? value, ref InputViolations found)
    {
        var text = Blanks.Trim(value);
        if (text.Length > 0 && !_whole.IsMatch(text))
            Report(ref found, ViolationRule.Pattern, text, $"does not match the \"pattern\" {_pattern}");
    }
}
