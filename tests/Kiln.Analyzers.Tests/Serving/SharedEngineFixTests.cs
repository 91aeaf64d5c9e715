using Kiln.Testing;
using Data = Kiln.Testing.Columns;

namespace Kiln.Analyzers.Tests.Serving;

public sealed class SharedEngineFixTests
{
    /// <summary>A service with a shared engine, in a project whose model takes the same rows.</summary>
    static TestProject Project(string service, string models = "[Kiln.Model(\"churn\", Label = \"churned\", Version = \"1.0.0\")] partial class ChurnModel;") =>
        (StandIn.Project with { UsesMachineLearning = true, Sources = [] })
            .Source($$"""
                using Microsoft.ML;
                using Microsoft.ML.Data;

                namespace App;

                static class Service
                {
                    {{service}}
                }
                """, "/project/Service.cs")
            .Source($$"""
                using Microsoft.ML.Data;

                namespace App;

                sealed class Customer { public float Tenure { get; set; } public string Plan { get; set; } = ""; public bool Churned { get; set; } }
                sealed class Guess { [ColumnName("PredictedLabel")] public bool Leaves { get; set; } public float Probability { get; set; } }
                {{models}}
                """, "/project/Types.cs")
            .Source(StandIn.Project.Sources[0].Text, StandIn.Project.Sources[0].Path)
            .Contract("churn", Data.Number("tenure"), Data.Category("plan", "a", "b"), Data.Boolean("churned"));

    const string Made = "new MLContext(1).Model.CreatePredictionEngine<Customer, Guess>(new MLContext(1).Model.Load(\"m.zip\", out _))";

    [Theory]
    [InlineData(
        "static readonly PredictionEngine<Customer, Guess> Engine = " + Made + ";\n    public static bool Ask(Customer row) => Engine.Predict(row).Leaves;",
        "static readonly ChurnModel Engine = ChurnModel.Load();\n    public static bool Ask(Customer row) => Engine.Predict(new ChurnModel.Input { Tenure = row.Tenure, Plan = row.Plan }).PredictedLabel;")]
    [InlineData(
        "static PredictionEngine<Customer, Guess>? _engine;\n    public static float Ask() { _engine = " + Made + "; var answer = _engine.Predict(new Customer { Tenure = 3, Plan = \"a\" }); return answer.Leaves ? answer.Probability : 0; }",
        "static ChurnModel? _engine;\n    public static float Ask() { _engine = ChurnModel.Load(); var answer = _engine.Predict(new ChurnModel.Input { Tenure = 3, Plan = \"a\" }); return answer.PredictedLabel ? answer.Probability : 0; }")]
    public async Task Asks_the_model(string before, string after) => Assert.Contains(after, await Project(before).Fixed("KILN7001"));

    [Fact]
    public async Task Is_named_after_the_model() => Assert.Equal(
        ["Ask ChurnModel, the model that the build trains"],
        await Project("static readonly PredictionEngine<Customer, Guess> Engine = " + Made + "; public static bool Ask(Customer row) => Engine.Predict(row).Leaves;").Offered("KILN7001"));

    [Theory]
    [InlineData("static readonly PredictionEngine<Customer, Guess> Engine = " + Made + "; public static Guess Ask(Customer row) => Engine.Predict(row);")]
    [InlineData("internal static readonly PredictionEngine<Customer, Guess> Engine = " + Made + "; public static bool Ask(Customer row) => Engine.Predict(row).Leaves;")]
    [InlineData("static readonly PredictionEngine<Customer, Guess> Engine = Make(); static PredictionEngine<Customer, Guess> Make() => " + Made + "; public static bool Ask(Customer row) => Engine.Predict(row).Leaves;")]
    [InlineData("static readonly PredictionEngine<Customer, Guess> Engine = " + Made + "; static Customer Next() => new(); public static bool Ask() => Engine.Predict(Next()).Leaves;")]
    [InlineData("static readonly PredictionEngine<Customer, Guess> Engine = " + Made + "; static object Given() => Engine; public static bool Ask(Customer row) => Engine.Predict(row).Leaves;")]
    [InlineData("static readonly PredictionEngine<Customer, Guess> Engine = " + Made + "; public static bool Ask() => Engine.Predict(new Customer { Churned = true }).Leaves;")]
    [InlineData("sealed class Other { public float Tenure { get; set; } } static readonly PredictionEngine<Other, Guess> Engine = new MLContext(1).Model.CreatePredictionEngine<Other, Guess>(null!); public static bool Ask(Other row) => Engine.Predict(row).Leaves;")]
    public Task Is_not_offered_where_it_would_not_fit(string service) => IsFoundAndLeft(Project(service));

    [Theory]
    [InlineData("")]
    [InlineData("[Kiln.Model(\"churn\", Label = \"churned\", Version = \"1.0.0\")] partial class A; [Kiln.Model(\"churn\", Label = \"churned\", Version = \"1.0.0\")] partial class B;")]
    public Task Is_not_offered_without_one_model_that_fits(string models) => IsFoundAndLeft(
        Project("static readonly PredictionEngine<Customer, Guess> Engine = " + Made + "; public static bool Ask(Customer row) => Engine.Predict(row).Leaves;", models));

    static async Task IsFoundAndLeft(TestProject project)
    {
        Assert.Single(await project.Findings("KILN7001"));
        Assert.Empty(await project.Offered("KILN7001"));
    }
}
