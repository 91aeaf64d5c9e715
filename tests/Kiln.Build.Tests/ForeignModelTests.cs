using Kiln.Host.Tests.Foreign;
using Kiln.Onnx;

namespace Kiln.Build.Tests;

/// <summary>ONNX files that were made elsewhere, in a project that trains nothing.</summary>
public sealed class ForeignModelTests(Packages packages)
{
    const string Item = """<ItemGroup><Model Include="models/house price ü.onnx" Name="house price" /></ItemGroup>""";

    const string Program = """
        using App.Models;
        var model = HousePrice.Load();
        Console.WriteLine(FormattableString.Invariant($"{model.Predict(new() { Rooms = 2, Area = new float[] { 10, 20 } }).Score} {model.Info.Type} {model.Info.Producer}"));
        """;

    static readonly string[] Artifacts = ["App.Models.HousePrice.model.json", "App.Models.HousePrice.onnx"];

    [Fact]
    public void A_file_becomes_a_class_and_only_a_new_file_starts_the_host_again()
    {
        var app = App(Item, Program);
        Write(app, "models/house price ü.onnx", Linear(0.5f));

        var first = app.Build().Succeeds();
        Assert.Contains("house price.signature.json(1,1): warning KILN0036: ", first.Output);
        Assert.Contains("by a converter, 2 operators; Kiln and ONNX Runtime agree on 800 rows", first.Output);
        Assert.Equal("16 App.Models.HousePrice a converter", Answer(app));
        Assert.Equal(["house price ü.onnx", "house price.signature.json"], app.Files("models").Order(StringComparer.Ordinal));
        Assert.Equal(Artifacts, app.Files("bin/Debug/net10.0/models"));

        app.Build("--no-restore", "-question").Succeeds();
        Assert.Equal(0, app.Edit("Program.cs", code => code + "// changed").Build().Succeeds().HostStart);

        File.Delete(app[$"obj/Debug/net10.0/kiln/onnx/{Artifacts[1]}"]);
        Assert.Equal(1, app.Build().Succeeds().HostStart);

        Write(app, "models/house price ü.onnx", Linear(1.5f));
        Assert.Equal(1, app.Build().Succeeds().HostStart);
        Assert.Equal("17 App.Models.HousePrice a converter", Answer(app));
        app.Dotnet("publish", "-o", "out").Succeeds();
        Assert.Equal(Artifacts, app.Files("out/models"));

        Write(app, "models/house price ü.onnx", Linear(1.5f, area: 3));
        var changed = app.Build().Fails().Output;
        Assert.Contains("house price.signature.json(1,1): error KILN0034: ", changed);
        Assert.Contains("it has no the input area (float × 2), it has the input area (float × 3)", changed);

        app.Edit("App.csproj", project => project.Replace(Item, "")).Write("Program.cs", "return;").Build().Succeeds();
        Assert.Empty(app.Files("bin/Debug/net10.0/models"));
    }

    [Fact]
    public void A_design_time_build_starts_no_process_and_a_locked_build_writes_no_signature()
    {
        var app = App(Item, Program);
        Write(app, "models/house price ü.onnx", Linear(0.5f));
        app.Dotnet("restore").Succeeds();

        Assert.Equal(0, app.Build("--no-restore", "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true").Succeeds().HostStart);
        Assert.Equal(["house price ü.onnx"], app.Files("models"));
        Assert.Contains("App.csproj(7,12): error KILN3003: ", app.Build("-p:KilnLocked=true").Fails().Output);
        Assert.Equal(["house price ü.onnx"], app.Files("models"));
    }

    [Fact]
    public void Every_target_framework_has_the_model()
    {
        var app = App(Item, Program, "<TargetFrameworks>net10.0;net8.0</TargetFrameworks>");
        Write(app, "models/house price ü.onnx", Linear(0.5f));

        Assert.Equal(1, app.Build().Succeeds().HostStart);
        foreach (var framework in new[] { "net10.0", "net8.0" })
            Assert.Equal(Artifacts, app.Files($"bin/Debug/{framework}/models"));
    }

    [Fact]
    public void Each_file_that_is_no_model_is_one_located_error()
    {
        var whole = Linear(0.5f);
        var app = App("""<ItemGroup><Model Include="m/*.onnx;gone.onnx" /><Model Include="other/Same.onnx" /></ItemGroup>""", "return;");
        Write(app, "m/empty.onnx", []);
        Write(app, "m/text.onnx", "this is no model"u8.ToArray());
        Write(app, "m/pointer.onnx", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"u8.ToArray());
        Write(app, "m/cut.onnx", whole[..^20]);
        Write(app, "m/loop.onnx", new ForeignGraph().Input("x", TensorElementType.Float, 1).Node("Selu", ["x"], ["y"]).Output("y").ToArray());
        Write(app, "m/open.onnx", new ForeignGraph().Input("x", TensorElementType.Float, -1).Ml("Scaler", ["x"], ["y"], ("offset", new[] { 0f }), ("scale", new[] { 1f })).Output("y").ToArray());
        Write(app, "m/same.onnx", whole);
        Write(app, "other/Same.onnx", whole);

        var output = app.Build().Fails().Output;

        foreach (var error in new[]
        {
            "empty.onnx : error KILN0031: this is no ONNX model that can be read: it is empty",
            "text.onnx : error KILN0031: this is no ONNX model that can be read: ",
            "pointer.onnx(1,1): error KILN0031: this is a Git LFS pointer",
            "cut.onnx : error KILN0031: this is no ONNX model that can be read: a field longer than the file",
            "App.csproj(7,12): error KILN0031: there is no file 'gone.onnx'",
            "loop.onnx : error KILN0032: the predictor cannot run this model: it does not know the operator Selu (ai.onnx 15, node 'Selu 0')",
            "open.onnx : error KILN0032: the predictor cannot run this model: The ONNX file's input 'x' does not say how many elements a row has",
            "error KILN0037: 'other/Same.onnx' and 'm/same.onnx' would both be the class Same",
        })
            Assert.True(output.Contains(error, StringComparison.Ordinal), $"{error}\n{output}");
        Assert.DoesNotContain("error KILN0001", output);
        Assert.False(File.Exists(app["obj/Debug/net10.0/kiln/models.stamp"]));
    }

    static string Answer(ConsumerProject app) => app.Start("bin/Debug/net10.0/App").Succeeds().Output.Trim();

    ConsumerProject App(string items, string program, string frameworks = "<TargetFramework>net10.0</TargetFramework>") => new ConsumerProject(packages, "App",
        $"<PropertyGroup><OutputType>Exe</OutputType>{frameworks}</PropertyGroup>\n{items}").Write("Program.cs", program);

    static void Write(ConsumerProject app, string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(app[path])!);
        File.WriteAllBytes(app[path], bytes);
    }

    /// <summary>A quarter of the rooms, half of the area, and the intercept.</summary>
    static byte[] Linear(float intercept, int area = 2) => new ForeignGraph { Producer = "a converter" }
        .Input("rooms", TensorElementType.Float, 1).Input("area", TensorElementType.Float, area)
        .Node("Concat", ["rooms", "area"], ["x"], ("axis", 1L))
        .Ml("LinearRegressor", ["x"], ["variable"], ("coefficients", new[] { 0.25f, 0.5f, 0.5f, 1 }[..(area + 1)]), ("intercepts", new[] { intercept }))
        .Output("variable").ToArray();
}
