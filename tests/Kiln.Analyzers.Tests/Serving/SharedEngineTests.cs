namespace Kiln.Analyzers.Tests.Serving;

public sealed class SharedEngineTests
{
    const string Service = "sealed class Service(PredictionEngine<In, Out> engine) : IDisposable { readonly PredictionEngine<In, Out> _engine = engine; public Out Ask(In x) => _engine.Predict(x); public void Dispose() { } } ";

    static string Finding(string at, string what, string why) =>
        $"KILN7001 at {at}: {what} {why}, and a prediction engine must not be used by two threads at once; use a PredictionEnginePool or the predictor of a [Model]";

    static Task<string[]> Findings(string types) => Application.Project(types).Findings("KILN7");

    [Theory]
    [InlineData("static class C { static readonly PredictionEngine<In, Out> Engine = Maker.Make(new MLContext(1), null!); public static Out Ask(In x) => Engine.Predict(x); }")]
    [InlineData("static class C { public static PredictionEngine<In, Out>? Engine { get; set; } }")]
    public async Task Flags_a_static_engine(string types) => Assert.Equal([Finding("Engine", "'Engine'", "is static")], await Findings(types));

    [Theory]
    [InlineData("services.AddSingleton<Service>();")]
    [InlineData("services.AddSingleton<IDisposable, Service>();")]
    [InlineData("services.AddSingleton(typeof(IDisposable), typeof(Service));")]
    [InlineData("services.AddSingleton(new Service(null!));")]
    [InlineData("services.AddSingleton<IDisposable>(_ => new Service(null!));")]
    public async Task Flags_the_engine_of_a_singleton(string registration) => Assert.Equal(
        [Finding("_engine", "'_engine'", "belongs to Service, which is registered as a singleton")],
        await Findings($"{Service} static class Setup {{ public static void Run(IServiceCollection services) {{ {registration} }} }}"));

    [Theory]
    [InlineData("services.AddSingleton<PredictionEngine<In, Out>>();")]
    [InlineData("services.AddSingleton(_ => Maker.Make(new MLContext(1), null!));")]
    public async Task Flags_an_engine_as_singleton(string registration)
    {
        var finding = Assert.Single(await Findings($"static class Setup {{ public static void Run(IServiceCollection services) {{ {registration} }} }}"));
        Assert.EndsWith(Finding("", "an engine", "is registered as a singleton")["KILN7001 at ".Length..], finding);
    }

    [Fact]
    public async Task Flags_the_engine_of_a_class_with_one_instance() => Assert.Equal(
        [Finding("_engine", "'_engine'", "belongs to C, which has one static instance for all")],
        await Findings("sealed class C { public static readonly C Instance = new(); readonly PredictionEngine<In, Out> _engine = Maker.Make(new MLContext(1), null!); public Out Ask(In x) => _engine.Predict(x); }"));

    [Theory]
    [InlineData("Parallel.ForEach(rows, row => engine.Predict(row));", "Parallel.ForEach")]
    [InlineData("Parallel.For(0, 9, i => { engine.Predict(rows[i]); });", "Parallel.For")]
    [InlineData("foreach (var row in rows) tasks.Add(Task.Run(() => engine.Predict(row)));", "Task.Run")]
    [InlineData("tasks.AddRange(rows.Select(row => Task.Run(() => engine.Predict(row))));", "Task.Run")]
    [InlineData("var all = rows.AsParallel().Select(row => engine.Predict(row)).ToList(); all.Clear();", "AsParallel")]
    public async Task Flags_what_parallel_code_captures(string statement, string runner) => Assert.Equal(
        [Finding("engine", "'engine'", $"is captured by {runner}")],
        await Findings($"static class C {{ public static void Run(PredictionEngine<In, Out> engine, List<In> rows, List<Task<Out>> tasks) {{ {statement} }} }}"));

    [Theory]
    [InlineData("sealed class Answers : ControllerBase;")]
    [InlineData("static class Setup { public static void Run(WebApplication app) => app.MapPost(\"/\", (In x) => x); }")]
    public async Task Flags_a_static_lazy_engine_where_requests_are_answered(string web) => Assert.Equal(
        [Finding("Engine", "'Engine'", "is static, and made lazily it is still one for all requests")],
        await Findings($"static class C {{ public static readonly Lazy<PredictionEngine<In, Out>> Engine = new(() => Maker.Make(new MLContext(1), null!)); }} {web}"));

    [Theory]
    [InlineData("services.AddPredictionEnginePool<In, Out>();", 0)]
    [InlineData("services.AddPredictionEnginePool<Out, Out>();", 1)]
    public async Task Leaves_a_static_lazy_engine_alone_where_a_pool_answers_for_its_rows(string registration, int findings) => Assert.Equal(
        findings,
        (await Findings($$"""
            static class C { public static readonly Lazy<PredictionEngine<In, Out>> Engine = new(() => Maker.Make(new MLContext(1), null!)); }
            static class Setup { public static void Run(WebApplication app, IServiceCollection services) { {{registration}} app.MapPost("/", (In x) => x); } }
            """)).Length);

    [Theory]
    [InlineData("static class C { [ThreadStatic] static PredictionEngine<In, Out>? s_engine; public static void Set() => s_engine ??= Maker.Make(new MLContext(1), null!); }")]
    [InlineData("static class C { public static readonly Lazy<PredictionEngine<In, Out>> Engine = new(() => Maker.Make(new MLContext(1), null!)); }")]
    [InlineData("static class C { public static readonly ThreadLocal<PredictionEngine<In, Out>> Engine = new(() => Maker.Make(new MLContext(1), null!)); }")]
    [InlineData("static class C { [ThreadStatic] static PredictionEngine<In, Out>? s_engine; public static void Run(List<In> rows, ITransformer model) => Parallel.ForEach(rows, row => { s_engine ??= Maker.Make(new MLContext(1), model); s_engine.Predict(row); }); }")]
    [InlineData("static class C { public static void Run(ThreadLocal<PredictionEngine<In, Out>> own, List<In> rows) => Parallel.ForEach(rows, row => own.Value!.Predict(row)); }")]
    [InlineData("static class C { public static PredictionEngine<In, Out> Engine => Maker.Make(new MLContext(1), null!); }")]
    [InlineData("static class C { static readonly object Gate = new(); static readonly PredictionEngine<In, Out> Engine = Maker.Make(new MLContext(1), null!); public static Out Ask(In x) { lock (Gate) return Engine.Predict(x); } }")]
    [InlineData("static class C { public static void Run(List<In> rows, ITransformer model) => Parallel.ForEach(rows, row => { var engine = Maker.Make(new MLContext(1), model); engine.Predict(row); }); }")]
    [InlineData("static class C { public static async Task<Out> Run(PredictionEngine<In, Out> engine, In row) => await Task.Run(() => engine.Predict(row)); }")]
    [InlineData("static class C { public static async Task Run(PredictionEngine<In, Out> engine, List<In> rows) { foreach (var row in rows) await Task.Run(() => engine.Predict(row)); } }")]
    [InlineData("static class Setup { public static void Run(IServiceCollection services) => services.AddScoped<Service>(); }" + Service)]
    [InlineData(Service)]
    public async Task Leaves_alone(string types) => Assert.Empty(await Findings(types));

    [Fact]
    public async Task Leaves_the_engine_of_the_program_itself_alone()
    {
        var project = Application.Project(
            "static class Program { static PredictionEngine<In, Out>? s_engine; static void Main() { s_engine = Maker.Make(new MLContext(1), null!); s_engine.Predict(new In()); } }");
        Assert.Empty(await (project with { IsProgram = true }).Findings("KILN7"));
    }
}
