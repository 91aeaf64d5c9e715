using Kiln.Testing;

namespace Kiln.Analyzers.Tests.Reproducibility;

/// <summary>Projects that train.</summary>
static class Statements
{
    /// <summary>A method with these statements, and members beside it.</summary>
    public static TestProject Project(string statements, string members = "") => new TestProject { UsesMachineLearning = true }.Source(
        $$"""
        using System;
        using Microsoft.ML;
        using Microsoft.ML.Data;
        using Microsoft.ML.Trainers;
        using Microsoft.ML.Trainers.LightGbm;
        using Microsoft.ML.Transforms;
        static class Program
        {
            static void Use(object? value) => Console.WriteLine(value);
            static int? Chosen() => null;
            {{members}}
            public static void Run(IDataView data, IEstimator<ITransformer> pipeline)
            {
                {{statements}}
            }
        }
        """);
}
