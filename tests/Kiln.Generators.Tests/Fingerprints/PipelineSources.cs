using System.Collections.Immutable;

namespace Kiln.Generators.Tests.Fingerprints;

/// <summary>The sources of a pipeline that uses much of the language.</summary>
static class PipelineSources
{
    public const string Library = "Shared/Shared.cs";

    public static ImmutableSortedDictionary<string, string> Files { get; } = new Dictionary<string, string>
    {
        ["Usings.cs"] = """
            global using System;
            global using System.Collections.Generic;
            global using System.Linq;
            global using Microsoft.ML;
            global using Microsoft.ML.Data;
            """,
        ["Models/PriceModel.cs"] = """
            using Kiln;
            using Shop.Features;
            using Shared;
            using static Shop.Features.Names;

            namespace Shop.Models;

            /// <summary>Prices of what is sold.</summary>
            [Model("sales", Label = "Price", Version = "1.0.0")]
            [Gate(Metric.RSquared, AtLeast = 0.5)]
            public sealed partial class PriceModel
            {
                // The road through all of it.
                static IEstimator<ITransformer> Pipeline(MLContext ml)
                {
                    var settings = new Settings(ml) { Rounds = Limits.Rounds, Rate = Rates.Slow };
                    var columns = new List<string>();
                    foreach (var name in Numeric())
                        columns.Add(name);
                    for (var i = 0; i < 3; i++)
                        columns.Add(Prefix + Numbered(i, "x"));

                    string Numbered(int number, string suffix)
                    {
                        return $"{number:D2}{suffix}";
                    }

                    IEstimator<ITransformer> chain = ml.Transforms.ReplaceMissingValues(Quantity, replacementMode: Missing.Mode(settings.Level))
                        .Append(ml.Transforms.Categorical.OneHotEncoding(Store, Store))
                        .Append(ml.Transforms.CustomMapping<Sale, Ratio>(static (sale, ratio) => ratio.PerUnit = sale.Total / Math.Max(sale.Units, 1), null))
                        .Append(ml.Transforms.Concatenate(Vector, columns.ToArray()));
                    chain = chain.Normalized(ml, settings);
                    return settings.Trees() ? chain.Append(Learners.Trees(ml, settings)) : chain.Append(Learners.Line(ml, settings, Sharing.Weight));
                }

                public static void Report(int unrelated) => Console.WriteLine(unrelated);
            }
            """,
        ["Features/Names.cs"] = """
            namespace Shop.Features;

            static class Names
            {
                public const string Vector = "Features";
                public const string Quantity = nameof(Sale.Units);
                public const string Store = "Store";
                public const string Prefix = Parts.Left + "_";
                public static readonly string[] Basic = { "Total", "Weight" };
                public static readonly string[] All = Basic.Concat(Extra).ToArray();
                static readonly string[] Extra = new[] { "Age" };

                public static IEnumerable<string> Numeric()
                {
                    foreach (var name in Basic)
                        yield return name;
                    foreach (var name in from name in All
                                         where name.Length > 3
                                         orderby name
                                         select name.ToLowerInvariant())
                        yield return name;
                    yield return Shortest("weight", "age");
                }

                static string Shortest(params string[] names) => names.OrderBy(name => name, new ByLength()).First();

                static class Parts
                {
                    public const string Left = "col";
                }
            }

            sealed class ByLength : IComparer<string>
            {
                public int Compare(string? x, string? y) => (x?.Length ?? 0).CompareTo(y?.Length ?? 0);
            }
            """,
        ["Features/Rows.cs"] = """
            namespace Shop.Features;

            public class Sale : Bought
            {
                [LoadColumn(0)] public float Total { get; set; }
                [LoadColumn(1), ColumnName("Pieces")] public float Units { get; set; }
                float _hidden = 0;
                public float Shown() => _hidden;
            }

            public class Bought
            {
                [VectorType(3)] public float[]? Where;
            }

            public class Ratio
            {
                public float PerUnit { get; set; }
            }
            """,
        ["Features/Missing.cs"] = """
            using Microsoft.ML.Transforms;

            namespace Shop.Features;

            enum Level { Low, High = 5 }

            static class Missing
            {
                public static MissingValueReplacingEstimator.ReplacementMode Mode(Level level) => level switch
                {
                    Level.Low => MissingValueReplacingEstimator.ReplacementMode.Mean,
                    Level.High when Strict => MissingValueReplacingEstimator.ReplacementMode.Mode,
                    _ => MissingValueReplacingEstimator.ReplacementMode.Minimum,
                };

                static bool Strict { get; } = true;
            }
            """,
        ["Other/Unrelated.cs"] = """
            namespace Shop.Other;

            static class Unrelated
            {
                public static int Answer() => 41 + 1;

                public static void Many()
                {
                    Console.WriteLine(Answer());
                }
            }
            """,
        [Library] = """
            using System;

            namespace Shared;

            /// <summary>What two projects have in common.</summary>
            public static class Sharing
            {
                /// <summary>A weight.</summary>
                public static float Weight => (float)Math.Sqrt(2);
            }
            """,
    }.Concat(SettingsSources.Files).ToImmutableSortedDictionary(StringComparer.Ordinal);
}
