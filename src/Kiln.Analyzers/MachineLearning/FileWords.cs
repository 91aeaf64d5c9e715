using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.MachineLearning;

/// <summary>What the text of a file gives away of what is in it.</summary>
[Flags]
enum FileWords
{
    None = 0,

    /// <summary>Names of ML.NET, or calls that only its files have.</summary>
    MachineLearning = 1,

    /// <summary><c>float.NaN</c> and the like.</summary>
    NaN = 2,

    /// <summary>What is registered once for all, or answers requests.</summary>
    Serving = 4,
}

/// <summary>
/// Reads the words of a file once for each version of it. Operations are costly, and the compiler makes them only for who asks: a file that
/// says none of the words is not asked for.
/// </summary>
static class FileText
{
    static readonly string[] MachineLearning =
    [
        "Microsoft.ML", "MLContext", "IDataView", "ITransformer", "IEstimator", "EstimatorChain", "PredictionEngine", ".Fit(", ".Transforms.", ".Trainers.",
    ];

    static readonly string[] Serving = ["AddSingleton", "AddKeyedSingleton", ".Map"];

    static readonly ConditionalWeakTable<SyntaxTree, StrongBox<FileWords>> Known = new();

    public static FileWords Read(SyntaxTree file, CancellationToken stop)
    {
        if (Known.TryGetValue(file, out var known))
            return known.Value;
        var words = Scan(file.GetText(stop).ToString());
        return Known.GetValue(file, _ => new(words)).Value;
    }

    static FileWords Scan(string text) =>
        (Says(text, MachineLearning) ? FileWords.MachineLearning : 0)
        | (text.IndexOf(".NaN", StringComparison.Ordinal) >= 0 ? FileWords.NaN : 0)
        | (Says(text, Serving) ? FileWords.Serving : 0);

    static bool Says(string text, string[] words)
    {
        foreach (var word in words)
            if (text.IndexOf(word, StringComparison.Ordinal) >= 0)
                return true;
        return false;
    }
}
