using System.ComponentModel;

namespace Kiln.Validation;

/// <inheritdoc/>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TextRule : ColumnRule
{
    readonly bool _nullable;
    readonly int? _minLength;
    readonly int? _maxLength;
    readonly HashSet<string>? _values;

    /// <summary>What is allowed of a column of texts.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="isClassified">Whether no message may have the value.</param>
    /// <param name="nullable">Whether a value may be missing.</param>
    /// <param name="minLength">The fewest characters; null for any.</param>
    /// <param name="maxLength">The most characters; null for any.</param>
    /// <param name="values">All values that are allowed; null for any.</param>
    public TextRule(string column, bool isClassified, bool nullable, int? minLength = null, int? maxLength = null, string[]? values = null)
        : base(column, isClassified)
    {
        (_nullable, _minLength, _maxLength) = (nullable, minLength, maxLength);
        _values = values is null ? null : new(values, StringComparer.Ordinal);
    }

    /// <param name="value">The value; null and blanks are missing.</param>
    /// <param name="found">Gets what is not allowed.</param>
    public void Check(string? value, ref InputViolations found)
    {
        var text = Blanks.Trim(value);
        if (text.Length == 0)
        {
            if (!_nullable)
                Missing(ref found);
            return;
        }
        if (_values?.Contains(text) == false)
            Report(ref found, ViolationRule.Values, text, "is not among the \"values\"");
        if (_minLength is null && _maxLength is null)
            return;
        // Characters as people count them, not the halves of a pair.
        var length = text.Length - text.Count(char.IsLowSurrogate);
        if (length < _minLength)
            Report(ref found, ViolationRule.MinLength, text, FormattableString.Invariant($"is shorter than the \"minLength\" {_minLength}"));
        else if (length > _maxLength)
            Report(ref found, ViolationRule.MaxLength, text, FormattableString.Invariant($"is longer than the \"maxLength\" {_maxLength}"));
    }
}
