using Kiln.Analyzers.MachineLearning;
using Kiln.Analyzers.Tests.Serving;
using Kiln.Testing;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Analyzers.Tests;

/// <summary>Which files the rules about ML.NET look at, and what they still see of the others.</summary>
public sealed class ConcernedFileTests
{
    [Theory]
    [InlineData("namespace App; class Order { int _total; int Add(int x) => _total += x; }", "None")]
    [InlineData("using Microsoft.ML; class C;", "MachineLearning")]
    [InlineData("class C { Microsoft.ML.IDataView? _data; }", "MachineLearning")]
    [InlineData("class C { object Train(Trainer t) { var d = t.Data; return t.Chain.Fit(d); } }", "MachineLearning")]
    [InlineData("class C { bool Is(float x) => x == float.NaN; }", "NaN")]
    [InlineData("services.AddSingleton<Service>();", "Serving")]
    [InlineData("using Microsoft.ML; app.MapGet(\"/\", () => float.NaN);", "MachineLearning, NaN, Serving")]
    public void A_file_is_judged_by_its_words(string source, string words) =>
        Assert.Equal(words, FileText.Read(CSharpSyntaxTree.ParseText(source), TestContext.Current.CancellationToken).ToString());

    [Fact]
    public async Task A_pipeline_is_followed_into_a_file_that_is_none() => Assert.Equal(
        ["KILN6003 at DateTime.Now"],
        await new TestProject { UsesMachineLearning = true }
            .Contract("d", Columns.Number("x"), Columns.Number("y"))
            .Source("""
                using Kiln;
                using Microsoft.ML;

                [Model("d", Label = "y", Version = "1.0.0")]
                partial class M
                {
                    static IEstimator<ITransformer> Pipeline(MLContext ml) => ml.Transforms.CopyColumns(Names.Today(), "x");
                }
                """)
            .Source("using System; static class Names { public static string Today() => DateTime.Now.ToString(); }", "/project/Names.cs")
            .Source("using System; static class Log { public static string Line() => DateTime.Now.ToString(); }", "/project/Log.cs")
            .FindingsOf("KILN6003"));

    [Fact]
    public async Task A_type_in_several_files_is_one_type()
    {
        const string Using = "using Microsoft.ML; using Microsoft.ML.Data; ";
        Assert.Equal(["KILN4007 at Chain().Fit(_data).Transform(_data)"], await new TestProject { UsesMachineLearning = true }
            .Source(Using + "class Row { [LoadColumn(0)] public bool Label; [LoadColumn(1)] public float X; public Row() => (Label, X) = (true, 1); }", "/project/Row.cs")
            .Source(Using + """
                sealed partial class Job
                {
                    static readonly MLContext ml = new(seed: 1);
                    readonly IDataView _data = ml.Data.LoadFromTextFile<Row>("a.csv");
                    IEstimator<ITransformer> Chain() => ml.Transforms.Concatenate("Features", "X").Append(ml.BinaryClassification.Trainers.FastTree());
                }
                """, "/project/Job.cs")
            .Source(Using + """
                sealed partial class Job
                {
                    public double Run() => ml.BinaryClassification.Evaluate(Chain().Fit(_data).Transform(_data)).Accuracy;
                }
                """, "/project/Job.Run.cs")
            .FindingsOf("KILN4007"));
    }

    [Fact]
    public async Task A_singleton_is_found_where_it_is_registered() => Assert.Equal(
        ["KILN7001 at _engine"],
        await Application.Project("public sealed class Service(PredictionEngine<In, Out> engine) { readonly PredictionEngine<In, Out> _engine = engine; public Out Ask(In x) => _engine.Predict(x); }")
            .Source("using Microsoft.Extensions.DependencyInjection; static class Setup { public static void Run(IServiceCollection services) => services.AddSingleton<Service>(); }", "/project/Setup.cs")
            .FindingsOf("KILN7001"));

    [Fact]
    public async Task NaN_is_compared_in_any_file() => Assert.Equal(
        ["KILN7003 at x == float.NaN"],
        await new TestProject { UsesMachineLearning = true }.Source("static class C { public static bool Is(float x) => x == float.NaN; }").FindingsOf("KILN7003"));

    /// <summary>Every place that code can stand in.</summary>
    [Theory]
    [InlineData("static bool Is() => X == float.NaN;")]
    [InlineData("static bool Is() { return X == float.NaN; }")]
    [InlineData("static bool Is => X == float.NaN;")]
    [InlineData("static bool Is { get => X == float.NaN; }")]
    [InlineData("static bool Is { get { return X == float.NaN; } }")]
    [InlineData("static bool Is { get; } = X == float.NaN;")]
    [InlineData("static bool Is = X == float.NaN;")]
    [InlineData("bool this[int i] => X == float.NaN;")]
    [InlineData("bool Is { set => value = X == float.NaN; }")]
    [InlineData("C() => System.Console.WriteLine(X == float.NaN);")]
    [InlineData("static C() { System.Console.WriteLine(X == float.NaN); }")]
    [InlineData("public static bool operator !(C c) => X == float.NaN;")]
    [InlineData("public static implicit operator bool(C c) => X == float.NaN;")]
    [InlineData("event System.Action Is { add => System.Console.WriteLine(X == float.NaN); remove { } }")]
    [InlineData("static bool Is() { bool In() => X == float.NaN; return In(); }")]
    [InlineData("static readonly System.Func<bool> Is = () => X == float.NaN;")]
    [InlineData("~C() => System.Console.WriteLine(X == float.NaN);")]
    [InlineData("sealed class D(bool is_) { public bool Is => is_; } sealed class E() { readonly D _d = new(X == float.NaN); public D It => _d; }")]
    [InlineData("class F(bool a) { public bool A => a; } sealed class G() : F(X == float.NaN);")]
    public async Task Code_is_looked_at_wherever_it_stands(string member) => Assert.Equal(
        ["KILN7003 at X == float.NaN"],
        await new TestProject { UsesMachineLearning = true }.Source($"class C {{ static float X => 1; {member} }}").FindingsOf("KILN7003"));
}
