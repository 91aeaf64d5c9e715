using Kiln.Testing;

namespace Kiln.Analyzers.Tests.Models;

public sealed class ModelNotPartialTests
{
    static Task<string[]> Findings(string source) => StandIn.Project
        .Contract("data", Columns.Number("x"), Columns.Number("y"))
        .Source(source.Replace("$", "[Kiln.Model(\"data\", Label = \"y\", Version = \"1.0.0\")]"))
        .Findings();

    [Theory]
    [InlineData("$ class M;", "'M' is not partial; declare it as 'partial class M'")]
    [InlineData("$ static partial class M { }", "'M' is static, but a loaded model is an object; remove 'static'")]
    [InlineData("$ abstract partial class M;", "'M' is abstract, so Load() could not create it; remove 'abstract'")]
    [InlineData("$ partial class M<T>;", "'M' is generic, but a model has one set of types; remove the type parameters")]
    [InlineData("$ partial record M;", "'M' is a record, whose equality a loaded model cannot have; make it a class")]
    [InlineData("$ file partial class M;", "'M' is local to its file, where generated code cannot reach it; remove 'file'")]
    [InlineData("$ partial class M(int a);", "'M' has a primary constructor, which Load() would have to call; remove its parameters")]
    [InlineData("class Outer { $ partial class M; }", "'M' is inside 'Outer', which is not partial; make 'Outer' partial or move the class out")]
    [InlineData("struct Outer { $ partial class M; }", "'M' is inside 'Outer', which is not partial; make 'Outer' partial or move the class out")]
    [InlineData("partial class Outer<T> { $ partial class M; }", "'M' is inside the generic type 'Outer', but a model has one set of types; remove the type parameters")]
    [InlineData("$ partial class M { public int Input; }", "'M' has a member 'Input' of its own, which generated code declares too; rename it")]
    [InlineData("$ partial class M { class Columns; }", "'M' has a member 'Columns' of its own, which generated code declares too; rename it")]
    [InlineData("$ partial class M { struct Prediction; }", "'M' has a member 'Prediction' of its own, which generated code declares too; rename it")]
    [InlineData("$ partial class M { void Info() { } }", "'M' has a member 'Info' of its own, which generated code declares too; rename it")]
    [InlineData("$ partial class M { void Load() { } }", "'M' has a member 'Load' of its own, which generated code declares too; rename it")]
    [InlineData("$ partial class M { static void Load(string folder) { } }", "'M' has a member 'Load' of its own, which generated code declares too; rename it")]
    [InlineData("$ partial class M { int Predict => 1; }", "'M' has a member 'Predict' of its own, which generated code declares too; rename it")]
    public async Task Flags(string source, string message) => Assert.Equal([$"KILN0015 at M: {message}"], await Findings(source));

    [Theory]
    [InlineData("$ partial class M;")]
    [InlineData("$ public sealed partial class M { public int X; }")]
    [InlineData("partial struct Outer { $ partial class M; }")]
    [InlineData("$ partial class M { void Dispose() { } static M Load(int n) => Load(); float Predict(float x) => Predict(new Input { X = x }).Score; }")]
    [InlineData("$ partial struct M;")]
    [InlineData("$ partial record struct M;")]
    [InlineData("class NotAModel;")]
    public async Task Leaves_alone(string source) => Assert.Empty(await Findings(source));
}
