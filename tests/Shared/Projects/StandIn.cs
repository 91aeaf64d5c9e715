namespace Kiln.Testing;

/// <summary>A predictor that stands in for Kiln's in compiled tests: it shows what generated code hands over, and answers what it is told to.</summary>
static class StandIn
{
    public const string Predictor = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Globalization;
        using System.Linq;
        using Kiln.CompilerServices;

        namespace Kiln;

        sealed class Predictor
        {
            public static readonly List<string> Log = new();
            public static float[] Answer = Array.Empty<float>();
            public static string Show => string.Join("\n", Log);

            public static Predictor Load(CompiledModel model, ReadOnlySpan<string> numbers, ReadOnlySpan<string> texts, ReadOnlySpan<string> classes) =>
                Load(model, "models", numbers, texts, classes);

            public static Predictor Load(CompiledModel model, string directory, ReadOnlySpan<string> numbers, ReadOnlySpan<string> texts, ReadOnlySpan<string> classes)
            {
                Log.Add($"load {model.FileName} from {directory}: {Joined(numbers)} | {Joined(texts)} | {Joined(classes)}");
                return new();
            }

            public static Predictor Load(CompiledModel model, ModelOptions options, ReadOnlySpan<string> numbers, ReadOnlySpan<string> texts, ReadOnlySpan<string> classes) =>
                Load(model, options.Directory, numbers, texts, classes);

            public ModelMonitor? Monitor => null;

            public int ScoreCount => Answer.Length;

            public ModelInfo Info => new()
            {
                Name = "M", Type = "M", Version = "1.2.3", Dataset = "d", Label = "l", Task = ModelTask.Regression, TrainingRows = 1, HeldOutRows = 1,
                DataHash = "", ArtifactHash = "", Metrics = new Dictionary<Metric, double>(),
            };

            public void Score(ReadOnlySpan<float> numbers, ReadOnlySpan<string?> texts, Span<float> scores)
            {
                if (scores.Length != Answer.Length)
                    throw new InvalidOperationException($"{scores.Length} scores are asked for, {Answer.Length} are there");
                Log.Add($"score {string.Join(" ", numbers.ToArray().Select(n => n.ToString(CultureInfo.InvariantCulture)))} | {string.Join(" ", texts.ToArray().Select(t => t ?? "null"))}");
                Answer.CopyTo(scores);
            }

            public static float? Threshold { get; set; }

            public bool IsPositive(ReadOnlySpan<float> scores) => Threshold is { } least ? scores[1] >= least : scores[0] > 0;

            public Explainer CreateExplainer(ReadOnlySpan<string> columns) => new(columns.ToArray());

            static string Joined(ReadOnlySpan<string> names) => string.Join(" ", names.ToArray());
        }

        sealed class Explainer(string[] columns)
        {
            public IReadOnlyList<string> Columns => columns;

            public double Explain(ReadOnlySpan<float> numbers, ReadOnlySpan<string?> texts, int score, Span<Contribution> contributions)
            {
                Predictor.Log.Add($"explain {score} to {contributions.Length} by {string.Join(" ", columns)}");
                return 0;
            }

            public Explanation Explain(ReadOnlySpan<float> numbers, ReadOnlySpan<string?> texts, int score, IReadOnlyDictionary<string, string> values)
            {
                Predictor.Log.Add($"explain {score} of {string.Join(", ", values.Select(value => $"{value.Key} = {value.Value}"))}");
                return null!;
            }
        }
        """;

    /// <summary>A project that has it.</summary>
    public static TestProject Project => new TestProject().Source(Predictor, "/project/Predictor.cs");
}
