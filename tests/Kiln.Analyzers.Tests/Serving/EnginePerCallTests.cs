namespace Kiln.Analyzers.Tests.Serving;

public sealed class EnginePerCallTests
{
    static string Finding(string member, string when) =>
        $"KILN7002 at {member}: {member.Split('<')[0]} runs {when} and gets the same result each time; do it once, or use a PredictionEnginePool or the predictor of a [Model]";

    static Task<string[]> Findings(string types) => Application.Project(types).Findings("KILN7");

    static Task<string[]> InMethod(string statements) => Findings(
        $"static class C {{ static void Use(object? value) => Console.WriteLine(value); static void Run(MLContext ml, ITransformer model, List<In> rows, List<string> names) {{ {statements} }} }}");

    const string Engine = "CreatePredictionEngine<In, Out>";

    [Theory]
    [InlineData("foreach (var row in rows) Use(ml.Model.CreatePredictionEngine<In, Out>(model).Predict(row));", Engine)]
    [InlineData("var path = \"m.zip\"; for (var i = 0; i < 9; i++) Use(ml.Model.Load(path, out _));", "Load")]
    [InlineData("while (rows.Count > 0) { var file = Path.Combine(\"models\", \"m.zip\"); var m = ml.Model.Load(file, out var schema); Use(schema); using var e = ml.Model.CreatePredictionEngine<In, Out>(m); }", "Load|" + Engine)]
    [InlineData("do { using var stream = File.OpenRead(\"m.zip\"); Use(ml.Model.Load(stream, out _)); } while (rows.Count > 0);", "Load")]
    public async Task Flags_in_a_loop(string statements, string members) =>
        Assert.Equal(members.Split('|').Select(member => Finding(member, "in every iteration")), await InMethod(statements));

    [Theory]
    [InlineData("foreach (var name in names) Use(ml.Model.Load(name, out _));")]
    [InlineData("foreach (var name in names) Use(ml.Model.CreatePredictionEngine<In, Out>(ml.Model.Load(name + \".zip\", out _)));")]
    [InlineData("for (var i = 0; i < 9; i++) Use(ml.Model.Load($\"m{i}.zip\", out _));")]
    [InlineData("var models = new List<ITransformer>(); foreach (var one in models) { using var engine = ml.Model.CreatePredictionEngine<In, Out>(one); }")]
    [InlineData("var models = new List<ITransformer>(); for (var i = 0; i < models.Count; i++) Use(ml.Model.CreatePredictionEngine<In, Out>(models[i]));")]
    [InlineData("while (true) { Use(ml.Model.Load(\"m.zip\", out _)); Thread.Sleep(1000); }")]
    [InlineData("foreach (var name in names) { var trained = ml.Regression.Trainers.FastTree().Fit(null); Use(ml.Model.CreatePredictionEngine<In, Out>(trained)); }")]
    [InlineData("var engine = ml.Model.CreatePredictionEngine<In, Out>(model); foreach (var row in rows) Use(engine.Predict(row));")]
    [InlineData("foreach (var name in names) { var lazy = new Lazy<ITransformer>(() => ml.Model.Load(\"m.zip\", out _)); Use(lazy); }")]
    public async Task Leaves_loops_alone(string statements) => Assert.Empty(await InMethod(statements));

    [Theory]
    [InlineData("static class C { public static void Run(WebApplication app) => app.MapPost(\"/\", (In x) => { var ml = new MLContext(1); var m = ml.Model.Load(\"m.zip\", out _); return ml.Model.CreatePredictionEngine<In, Out>(m).Predict(x); }); }", "Load|" + Engine)]
    [InlineData("static class C { public static void Run(WebApplication app) => app.MapPost(\"/\", (In x, MLContext ml, ITransformer m) => ml.Model.CreatePredictionEngine<In, Out>(m).Predict(x)); }", Engine)]
    [InlineData("public class C : Controller { public Out Post(In x) { var ml = new MLContext(1); return ml.Model.CreatePredictionEngine<In, Out>(ml.Model.Load(\"m.zip\", out _)).Predict(x); } }", Engine + "|Load")]
    [InlineData("public class C(MLContext ml, ITransformer m) : ControllerBase { public Out Post(In x) => Ask(x); Out Ask(In x) { var e = ml.Model.CreatePredictionEngine<In, Out>(m); return e.Predict(x); } }", Engine)]
    [InlineData("public class C : ControllerBase { ITransformer Model { get; } public C() => Model = new MLContext(1).Model.Load(\"m.zip\", out _); public object Get() => Model; }", "Load")]
    public async Task Flags_for_a_request(string types, string members) =>
        Assert.Equal(members.Split('|').Select(member => Finding(member, "for every request")), await Findings(types));

    [Fact]
    public async Task Flags_what_an_action_calls_to_answer() => Assert.Equal(
        [Finding(Engine, "for every request")],
        await Findings("public class C(MLContext ml, ITransformer model) : ControllerBase { public Out Post(In x) => Ask(x); Out Ask(In x) { var e = ml.Model.CreatePredictionEngine<In, Out>(model); return e.Predict(x); } }"));

    [Fact]
    public async Task Flags_what_answers_one_call() => Assert.Equal(
        [Finding("Load", "in every call"), Finding(Engine, "in every call")],
        await Findings("public static class C { public static Out Ask(In x) { var ml = new MLContext(1); var m = ml.Model.Load(\"m.zip\", out _); var e = ml.Model.CreatePredictionEngine<In, Out>(m); return e.Predict(x); } }"));

    [Theory]
    [InlineData("sealed class C(MLContext ml, ITransformer m) { public void Run(List<In> rows) { foreach (var row in rows) Ask(row); } Out Ask(In x) { using var e = ml.Model.CreatePredictionEngine<In, Out>(m); return e.Predict(x); } }")]
    [InlineData("sealed class C(MLContext ml, ITransformer m) { public void Run(List<In> rows) { for (var i = 0; i < 9; i++) { if (Ask(rows[i]) > 0) break; } } float Ask(In x) => ml.Model.CreatePredictionEngine<In, Out>(m).Predict(x).Score; }")]
    public async Task Flags_what_is_called_in_a_loop(string types) =>
        Assert.StartsWith("KILN7002 at CreatePredictionEngine", Assert.Single(await Findings(types)));

    [Theory]
    [InlineData("sealed class C(MLContext ml, ITransformer m) { public void Run(List<In> rows) { Ask(rows[0]); foreach (var row in rows) row.X++; } Out Ask(In x) { using var e = ml.Model.CreatePredictionEngine<In, Out>(m); return e.Predict(x); } }")]
    [InlineData("sealed class C(MLContext ml, ITransformer m) { public void Run(List<In> rows) { foreach (var x in Ask(rows)) x.Score++; } List<Out> Ask(List<In> rows) { using var e = ml.Model.CreatePredictionEngine<In, Out>(m); return rows.Select(x => e.Predict(x)).ToList(); } }")]
    [InlineData("public class C : ControllerBase { public object Get(string name) => new MLContext(1).Model.Load(name + \".zip\", out _); }")]
    [InlineData("public class C : ControllerBase { static ITransformer? s_model; public object Get() => s_model ??= new MLContext(1).Model.Load(\"m.zip\", out _); }")]
    [InlineData("public class C : ControllerBase { static ITransformer? s_model; public object Get() { if (s_model == null) s_model = new MLContext(1).Model.Load(\"m.zip\", out _); return s_model; } }")]
    [InlineData("public class C : ControllerBase { ITransformer Load() => new MLContext(1).Model.Load(\"m.zip\", out _); }")]
    [InlineData("public class C { readonly PredictionEngine<In, Out> _engine; public C(MLContext ml) => _engine = ml.Model.CreatePredictionEngine<In, Out>(ml.Model.Load(\"m.zip\", out _)); public Out Ask(In x) => _engine.Predict(x); }")]
    [InlineData("public static class C { public static void Ask(MLContext ml, ITransformer m, List<In> rows) { var e = ml.Model.CreatePredictionEngine<In, Out>(m); rows.ForEach(row => e.Predict(row)); } }")]
    [InlineData("public static class C { public static Out Ask(MLContext ml, ITransformer m, In x) { var e = ml.Model.CreatePredictionEngine<In, Out>(m); return e.Predict(x); } }")]
    [InlineData("public static class C { public static Out Ask(MLContext ml, Microsoft.ML.Data.TransformerChain<ITransformer> m, In x) { var chain = m; var e = ml.Model.CreatePredictionEngine<In, Out>(chain); return e.Predict(x); } }")]
    [InlineData("public static class C { public static Out Ask() { var ml = new MLContext(1); var e = ml.Model.CreatePredictionEngine<In, Out>(ml.Model.Load(\"m.zip\", out _)); return e.Predict(new In()); } }")]
    public async Task Leaves_alone(string types) => Assert.Empty(await Findings(types));

    [Theory]
    [InlineData("var e = _idle.TryPop(out var idle) ? idle : ml.Model.CreatePredictionEngine<In, Out>(model); var y = e.Predict(x); _idle.Push(e); return y;")]
    [InlineData("if (!_idle.TryPop(out var e)) e = ml.Model.CreatePredictionEngine<In, Out>(model); var y = e.Predict(x); _idle.Push(e); return y;")]
    public async Task Leaves_a_pool_alone(string statements) => Assert.Empty(await Findings(Pooled(statements)));

    [Fact]
    public async Task Flags_after_a_condition_that_gives_something_else() => Assert.Equal(
        [Finding(Engine, "in every call")],
        await Findings(Pooled("if (float.TryParse(\"1\", out _)) { var e = ml.Model.CreatePredictionEngine<In, Out>(model); return e.Predict(x); } return _idle.Peek().Predict(x);")));

    static string Pooled(string statements) =>
        $"public sealed class C(MLContext ml, ITransformer model) {{ readonly Stack<PredictionEngine<In, Out>> _idle = []; public Out Ask(In x) {{ {statements} }} }}";

    [Fact]
    public async Task Leaves_an_engine_for_many_rows_alone() => Assert.Empty(await Findings(
        "public static class C { public static void All(MLContext ml, ITransformer model, In[] rows) { var e = ml.Model.CreatePredictionEngine<In, Out>(model); Array.ForEach(rows, row => Console.WriteLine(e.Predict(row))); } }"));
}
