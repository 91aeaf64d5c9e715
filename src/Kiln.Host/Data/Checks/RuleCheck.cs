using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Host.Data.Engine;
using Kiln.Host.Data.Rules;
using Kiln.Host.Data.Violations;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Data.Checks;

/// <summary>Holds the rows against the contract's rules across columns.</summary>
static class RuleCheck
{
    /// <param name="path">The contract's.</param>
    /// <param name="warn">Is told of rules that say nothing.</param>
    /// <exception cref="BuildException">A rule cannot be computed for some row.</exception>
    public static IReadOnlyList<BrokenRule> Find(string path, DataContract contract, IReadOnlyList<TableColumn> columns, int rows, ViolationBudget budget, Action<Diagnostic> warn)
    {
        if (contract.Rules.Count == 0)
            return [];
        using var engine = DuckEngine.OpenLocked();
        return [.. contract.Rules.Select(rule => Find(engine, rule)).OfType<BrokenRule>()];

        BrokenRule? Find(DuckEngine engine, DataRule rule)
        {
            try
            {
                var checkedRule = CheckedRule.Check(engine, rule, contract);
                var used = checkedRule.Columns.Select(column => columns.First(other => other.Column == column)).ToList();
                BrokenRule? broken = null;
                if (!RuleRun.Run(engine, checkedRule, columns, rows, row => (broken ??= Create(rule, used[0].Column, budget)).Add(row, Describe(used, row))))
                    warn(new(path, rule.Line, rule.Column, Ids.RuleBroken,
                        $"the rule '{rule.Name}' is unknown of every row, so it checks nothing: a value that it needs is always missing, or it divides by 0; correct the rule", IsWarning: true));
                return broken;
            }
            catch (RuleException e)
            {
                throw new BuildException(path, rule.Line, rule.Column, Ids.RuleBroken,
                    $"the rule '{rule.Name}' cannot be computed for every row: {e.Message}; correct the rule, or the data");
            }
        }
    }

    static BrokenRule Create(DataRule rule, Column column, ViolationBudget budget) =>
        new(Ids.RuleBroken, rule.Name, column, rule.Sql.ReplaceLineEndings(" ").Trim(), budget) { Tolerance = rule.Tolerance, Severity = rule.Severity };

    static string Describe(List<TableColumn> used, int row) => string.Join(", ", used.Select(column => $"{column.Column.Name} = {Value(column, row)}"));

    static string Value(TableColumn column, int row) =>
        column.Column.Classification is { } classification ? $"({Words.Format(classification)})"
        : CellText.Find(column, row) is not { } text ? "(missing)"
        : column is TextColumn or { Column.Type: ColumnType.Boolean } ? $"'{text}'"
        : text;
}
