using System.ComponentModel;

namespace Kiln.Validation;

/// <summary>What the contract allows of a column's values. Generated from the contract.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ColumnRule
{
    const int LongestShown = 60;

    readonly string _column;
    readonly bool _isClassified;

    private protected ColumnRule(string column, bool isClassified) => (_column, _isClassified) = (column, isClassified);

    private protected void Missing(ref InputViolations found)
    {
        if (!found.Count(_column, ViolationRule.Missing))
            found.Add(new(_column, ViolationRule.Missing, $"column '{_column}' has no value"));
    }

    private protected void Report(ref InputViolations found, ViolationRule rule, object value, string matter)
    {
        if (!found.Count(_column, rule))
            found.Add(new(_column, rule, $"{Shown(value)} {matter} of column '{_column}'"));
    }

    string Shown(object value)
    {
        if (_isClassified)
            return "a value";
        var text = FormattableString.Invariant($"{value}");
        return $"'{(text.Length > LongestShown ? text[..LongestShown] + "…" : text)}'";
    }
}
