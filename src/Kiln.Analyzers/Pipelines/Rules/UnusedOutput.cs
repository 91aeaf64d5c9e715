using Kiln.Analyzers.Pipelines.Columns;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Pipelines.Rules;

/// <summary>A column that an estimator before the trainer makes and nothing takes.</summary>
sealed class UnusedOutput
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.UnusedOutput, "A transform creates a column that nothing uses",
        "nothing after this transform uses '{0}', {1}, or remove the transform",
        Category.Columns, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.UnusedOutput));

    readonly Dictionary<string, (Location Where, ViewColumn Column)> _open = [];
    readonly List<Location> _taken = [];
    bool _trained;
    ViewColumn? _label;

    /// <summary>Of a chain that ends without a trainer, others may take the outputs.</summary>
    public IEnumerable<Finding> Findings =>
        _trained ? _open.Select(open => new Finding(Rule, open.Value.Where, open.Key, Instead(open.Value.Column))) : [];

    /// <summary>Outputs that an estimator takes, by where they are named.</summary>
    public IReadOnlyList<Location> Taken => _taken;

    public void Take(string name)
    {
        if (!_open.TryGetValue(name, out var made))
            return;
        _taken.Add(made.Where);
        _open.Remove(name);
    }

    /// <summary>What is made after the trainer is for whoever reads the predictions.</summary>
    public void Make(ColumnName name, ViewColumn column)
    {
        if (_trained)
            _open.Remove(name.Text!);
        else
            _open[name.Text!] = (name.Where.GetLocation(), column);
    }

    /// <param name="label">Null where it is not known.</param>
    public void Train(ViewColumn? label) => (_trained, _label) = (true, label);

    /// <summary>What is made of the label must not get among the features.</summary>
    string Instead(ViewColumn column) => _label is { } label && column.Sources.Keys.Any(label.Sources.ContainsKey)
        ? $"and the trainer's label is '{label.Name}'; give the trainer the one you mean"
        : "so the model learns nothing from it; join it into the features with Concatenate";
}
