using System.ComponentModel;
using System.Diagnostics.Metrics;

namespace Kiln.Validation;

/// <summary>What is not allowed of an input, while generated code looks through it: collected, or counted only, for which nothing is allocated.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct InputViolations
{
    static readonly Counter<long> Counter = new Meter("Kiln").CreateCounter<long>("kiln.input.violations", "{value}", "Values of inputs that the model's contract does not allow.");

    readonly string _model;
    readonly bool _counts;
    List<Violation>? _found;

    /// <param name="model">The model, for people.</param>
    /// <param name="counts">Whether to count only.</param>
    public InputViolations(string model, bool counts) => (_model, _counts) = (model, counts);

    /// <summary>What was found, in the contract's order.</summary>
    public readonly IReadOnlyList<Violation> All => _found ?? (IReadOnlyList<Violation>)[];

    /// <param name="row">Which of many inputs it is, from 0; null for the only one.</param>
    /// <exception cref="InvalidInputException">Something was found, and is not only counted.</exception>
    public readonly void ThrowIfAny(int? row = null)
    {
        if (_found is not null)
            throw new InvalidInputException(_model, row, _found);
    }

    internal readonly bool Count(string column, ViolationRule rule)
    {
        if (_counts)
            Counter.Add(1, new("model", _model), new("column", column), new("rule", Word(rule)));
        return _counts;
    }

    internal void Add(Violation violation) => (_found ??= []).Add(violation);

    static string Word(ViolationRule rule) => rule switch
    {
        ViolationRule.Missing => "nullable",
        ViolationRule.NotFinite => "finite",
        ViolationRule.Min => "min",
        ViolationRule.Max => "max",
        ViolationRule.Values => "values",
        ViolationRule.MinLength => "minLength",
        ViolationRule.MaxLength => "maxLength",
        _ => "pattern",
    };
}
