using Kiln.Testing;

namespace Kiln.Analyzers.Tests;

/// <summary>A project with a class whose members a test brings, and what these need.</summary>
static class MachineLearningProject
{
    public static TestProject With(string members) => new TestProject { UsesMachineLearning = true }.Source($$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using Microsoft.ML;
        using Microsoft.ML.Data;
        using Microsoft.ML.Transforms;

        sealed class Row { [LoadColumn(0)] public bool Label { get; set; } [LoadColumn(1)] public float X { get; set; } }

        static class Program
        {
            static readonly MLContext ml = new(seed: 1);
            static IDataView Load(string path) => ml.Data.LoadFromTextFile<Row>(path);
            static IEstimator<ITransformer> Pipeline() =>
                ml.Transforms.Concatenate("Features", "X").Append(ml.BinaryClassification.Trainers.FastTree());
            {{members}}
        }
        """);

    /// <summary>Findings of one rule without their messages: <c>id at the marked text</c>.</summary>
    public static async Task<string[]> FindingsOf(this TestProject project, string id) =>
        [.. (await project.Findings()).Where(finding => finding.StartsWith(id, StringComparison.Ordinal)).Select(finding => finding.Split(": ")[0])];
}
