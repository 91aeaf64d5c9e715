using Kiln.Contracts.Models;
using Kiln.Host.Data.Inference;
using Kiln.Host.Examples;
using Kiln.Testing;

namespace Kiln.Host.Tests.Training.Trials;

/// <summary>Rows to search with.</summary>
static class TrialSet
{
    public static ModelDefinition Definition(SplitKind split = SplitKind.Hash) => new()
    {
        Name = "M", Type = "M", Dataset = "data", Label = "label", Features = ["x", "y"], Split = split, Time = split == SplitKind.Time ? "at" : null, Location = new("M.cs", 1, 1),
    };

    /// <summary>A product of two numbers with noise.</summary>
    public static ModelRows Read(int count, double noise, SplitKind split = SplitKind.Hash)
    {
        var random = new Random(7);
        var csv = "x,y,at,label\n" + string.Concat(Enumerable.Range(0, count).Select(i =>
        {
            var (x, y, chance) = (random.NextDouble(), random.NextDouble(), random.NextDouble());
            return FormattableString.Invariant($"{x:0.0000},{y:0.0000},{new DateTime(2020, 1, 1).AddMinutes(i):s},{x * y + noise * (chance - 0.5):0.00000}\n");
        }));
        using var folder = new DataFolder();
        var dataset = folder.Csv(csv);
        var contract = ContractInference.Infer(dataset, null, _ => { });
        return new(folder.Load(dataset, contract), ShapeResolver.Resolve(Definition(split), contract, out var problems) ?? throw new InvalidOperationException(problems[0].Message), null);
    }
}
