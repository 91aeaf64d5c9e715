namespace Kiln.Analyzers.Tests;

/// <summary>Code whose ways through it multiply. The analyzers run while somebody types: each of these must end, and soon.</summary>
public sealed class WorstCaseTests
{
    static string Times(int count, Func<int, string> line) => string.Concat(Enumerable.Range(0, count).Select(line));

    public static TheoryData<string, string> Programs => new()
    {
        { "many appends", $"static object Run() {{ var d = Load(\"a\"); return Pipeline(){Times(300, i => $".Append(ml.Transforms.CopyColumns(\"c{i}\", \"X\"))")}.Fit(d).Transform(d); }}" },
        { "many statements", $"static void Run() {{ {Times(600, i => $"var d{i} = Load(\"a{i}\"); var s{i} = ml.Data.TrainTestSplit(d{i}); var m{i} = Pipeline().Fit(s{i}.TrainSet); Console.WriteLine(ml.BinaryClassification.Evaluate(m{i}.Transform(s{i}.TestSet)).Accuracy); ")} }}" },
        { "one variable", $"static object Run() {{ var d = Load(\"a\"); IEstimator<ITransformer> p = Pipeline(); {Times(150, i => $"if (DateTime.Now.Second > {i % 60}) p = p.Append(ml.Transforms.CopyColumns(\"c{i}\", \"X\")); ")} return p.Fit(d); }}" },
        { "nested loops", $"static object Run() {{ var d = Load(\"a\"); IEstimator<ITransformer> p = Pipeline(); {Times(12, i => $"for (var i{i} = 0; i{i} < 3; i{i}++) {{ p = p.Append(ml.Transforms.CopyColumns(\"c\" + i{i}, \"X\")); d = p.Fit(d).Transform(d); ")}{Times(12, _ => "}")} return p.Fit(d); }}" },
        { "helpers that double", Times(14, i => $"static IEstimator<ITransformer> H{i}(string c) => H{i + 1}(c).Append(H{i + 1}(c + \"{i}\")).Append(H{i + 1}(\"X\")).Append(H{i + 1}(\"Y\")); ") + "static IEstimator<ITransformer> H14(string c) => ml.Transforms.CopyColumns(c, \"X\"); static object Run() => H0(\"a\").Fit(Load(\"a\"));" },
        { "helpers of other types that double", Times(14, i => $"static class K{i} {{ internal static IEstimator<ITransformer> H(string c) => K{i + 1}.H(c).Append(K{i + 1}.H(c + \"{i}\")).Append(K{i + 1}.H(\"X\")).Append(K{i + 1}.H(\"Y\")); }} ") + "static class K14 { internal static IEstimator<ITransformer> H(string c) => ml.Transforms.CopyColumns(c, \"X\"); } static object Run() => K0.H(\"a\").Fit(Load(\"a\"));" },
        { "helpers in a circle", "static IEstimator<ITransformer> A(int n) => n == 0 ? Pipeline() : B(n - 1).Append(A(n - 1)); static IEstimator<ITransformer> B(int n) => A(n).Append(B(n)); static object Run() => A(3).Fit(Load(\"a\"));" },
        { "views that double", Times(40, i => $"static IDataView V{i}() => ml.Data.TrainTestSplit(V{i + 1}()).TrainSet; ") + "static IDataView V40() => Load(\"a\"); static object Run() => Pipeline().Fit(V0()).Transform(V0());" },
        { "choices", $"static object Run(bool b) {{ var d = Load(\"a\"); return Pipeline(){Times(20, i => $".Append(b ? ml.Transforms.CopyColumns(\"c{i}\", \"X\") : ml.Transforms.CopyColumns(\"d{i}\", \"X\"))")}.Fit(d); }}" },
        { "nested lambdas", $"static object Run() {{ {Times(25, i => $"Func<object> f{i} = () => {{ var e{i} = Pipeline(); ")} return ml.Model.Load(\"m.zip\", out _); {Times(25, i => $"}}; return f{24 - i}(); ")} }}" },
        { "contexts handed on", Times(300, i => $"static object C{i}(MLContext m) => C{i + 1}(m); ") + "static object C300(MLContext m) => m.Data.ShuffleRows(Load(\"a\")); static object Run() => C0(new MLContext());" },
        { "engines in loops", $"static void Run() {{ {Times(60, i => $"while (DateTime.Now.Second > {i % 60}) {{ var m{i} = ml.Model.Load(\"m.zip\", out _); ")}{Times(60, _ => "}")} }}" },
    };

    [Theory]
    [MemberData(nameof(Programs), DisableDiscoveryEnumeration = true)]
    public async Task Ends(string name, string members)
    {
        var project = MachineLearningProject.With(members);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        var analysis = Task.Run(() => project.Findings(), limit.Token);
        Assert.True(await Task.WhenAny(analysis, Task.Delay(Timeout.Infinite, limit.Token)) == analysis, $"{name}: no end in a minute");
        Assert.NotNull(await analysis);
        Assert.Empty(project.Generate().Compilation.GetDiagnostics(limit.Token).Where(one => one.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error && one.Id != "CS0162").Select(one => one.ToString()));
    }
}
