using Kiln.Testing;

namespace Kiln.Analyzers.Tests.Pipelines.Rules;

/// <summary>A program that fits a pipeline on rows of a class, as a test's source.</summary>
static class PipelineCode
{
    const string Start = """
        using System;
        using System.Linq;
        using Microsoft.ML;
        using Microsoft.ML.Data;
        using Microsoft.ML.Trainers;

        public class House
        {
            [LoadColumn(0)] public string Town { get; set; } = "";
            [LoadColumn(1)] public float Rooms { get; set; }
            [LoadColumn(2)] public double Area { get; set; }
            [LoadColumn(3)] public int Year { get; set; }
            [LoadColumn(4)] public bool Sold { get; set; }
            [LoadColumn(5), ColumnName("Label")] public float Price { get; set; }
        }

        public static class Program
        {
        """;

    /// <summary>Members of the program.</summary>
    public static TestProject Members(string members) =>
        new TestProject { UsesMachineLearning = true }.Source($"{Start}\n{members}\n}}", "/project/Program.cs");

    /// <summary>Statements with <c>ml</c> and the loaded <c>data</c> at hand.</summary>
    public static TestProject Body(string statements) => Members($$"""
        public static void Run(MLContext ml, string path)
        {
            var data = ml.Data.LoadFromTextFile<House>(path);
            {{statements}}
        }
        """);

    /// <summary>One estimator that is fitted on the data.</summary>
    public static TestProject Fit(string estimator) => Body($"var pipeline = {estimator};\npipeline.Fit(data);");

    /// <summary>What these rules say, of the family's.</summary>
    public static async Task<string[]> FindingsOf(this TestProject project, params string[] rules) =>
        [.. (await project.Findings()).Where(finding => rules.Any(rule => finding.StartsWith(rule, StringComparison.Ordinal)))];
}
