using Kiln.Onnx;
using Kiln.Onnx.Compilation;
using Kiln.Onnx.Evaluation;

namespace Kiln;

/// <summary>
/// Folds a model's graph in the background once enough rows have asked for it: a program that predicts a few rows has its first prediction sooner as it
/// is, and no row waits for it later. The results are the same bits either way.
/// </summary>
/// <param name="model">The graph.</param>
/// <param name="numbers">The row's numbers, in their order.</param>
/// <param name="texts">The row's texts, in their order.</param>
sealed class Folding(OnnxModel model, string[] numbers, string[] texts)
{
    /// <summary>As many rows as cost a program less than folding does.</summary>
    const int Rows = 100;

    int _rows;

    /// <summary>Counts a row.</summary>
    /// <returns>Whether it is time, which it is once.</returns>
    public bool IsDue() => Interlocked.Increment(ref _rows) == Rows;

    /// <summary>What <see cref="Fold"/> gives, and null where it fails: the graph runs as it is written then, and so it does already. A thread of the application's is no place to fail.</summary>
    public Scorer? TryFold()
    {
        try
        {
            return Fold();
        }
        catch (Exception)
        {
            return null;
        }
    }

    /// <summary>What folding gives, or null where there is nothing to fold.</summary>
    public Scorer? Fold() => new CompiledGraph(model) is { IsFolded: true } graph ? new(graph.CreateEvaluator(), numbers, texts) : null;
}
