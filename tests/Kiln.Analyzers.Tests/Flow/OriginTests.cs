using Kiln.Analyzers.Flow;
using Kiln.Testing;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Tests.Flow;

/// <summary>Where the argument of each <c>Use(…)</c> was made, in source order; <c>?</c> where that is not certain.</summary>
public sealed class OriginTests
{
    const string Around = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        class C
        {
            internal static string A() => "a"; internal static string B() => "b"; internal static bool Maybe() => true; static void Use(string? s) { }
            static void Out(out string s) => s = ""; static void Ref(ref string s) { } static void Do(Action act) => act();
            string? _field;
            static string Other { get => ""; set { } }
        """;

    static string[] Origins(string members)
    {
        var compilation = new TestProject().Source(Around + members + "}").Compile();
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(problem => problem.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error
            && problem.Id is not ("CS0219" or "CS8321" or "CS0168" or "CS0649" or "CS1998" or "CS0162" or "CS8600" or "CS0169" or "CS0414")));
        var tree = compilation.SyntaxTrees[0];
        var semantics = compilation.GetSemanticModel(tree);
        var bodies = tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<MethodDeclarationSyntax>().Select(method => new BodyFlow(
            ControlFlowGraph.Create((IMethodBodyOperation)semantics.GetOperation(method)!),
            method: semantics.GetDeclaredSymbol(method)));
        var flow = new TypeFlow(bodies);
        return
        [
            .. from body in flow.Bodies
               from use in body.Operations.OfType<IInvocationOperation>()
               where use.TargetMethod.Name == "Use"
               orderby use.Syntax.SpanStart
               select flow.OriginOf(use.Arguments[0].Value, body)?.Operation.Syntax.ToString() ?? "?",
        ];
    }

    [Theory]
    [InlineData("void M() { var x = A(); Use(x); }", "A()")]
    [InlineData("void M() { string x; x = A(); Use(x); x = B(); Use(x); }", "A()", "B()")]
    [InlineData("void M() { var x = A(); var y = x; x = B(); Use(y); Use(x); }", "A()", "B()")]
    [InlineData("void M() { object x = A(); Use((string)x); }", "A()")]
    [InlineData("void M(string p) { Use(p); p = A(); Use(p); }", "p", "A()")]
    [InlineData("void M() { var (x, y) = (A(), B()); Use(x); Use(y); }", "A()", "B()")]
    [InlineData("void M() { string x, y; (x, (y, _)) = (A(), (B(), 1)); Use(x); Use(y); }", "A()", "B()")]
    [InlineData("void M() { var x = A(); if (Maybe()) { x = B(); Use(x); } }", "B()")]
    [InlineData("void M() { var x = A(); try { Use(x); } finally { Out(out var y); } Use(x); }", "A()", "A()")]
    [InlineData("void M() { string x; do { x = A(); Use(x); } while (Maybe()); Use(x); }", "A()", "A()")]
    [InlineData("void M() { var x = A(); Do(() => Use(x)); }", "A()")]
    [InlineData("void M() { var x = A(); Local(); void Local() { var y = x; Use(y); } }", "A()")]
    [InlineData("void M() { _field = A(); Use(_field); } void N() { Use(_field); }", "A()", "_field")]
    [InlineData("void M() { string? x = null; x ??= A(); x = A(); Use(x); }", "A()")]
    public void Is_found(string members, params string[] origins) => Assert.Equal(origins, Origins(members));

    [Theory]
    [InlineData("void M() { var x = A(); if (Maybe()) x = B(); Use(x); }")]
    [InlineData("void M() { var x = Maybe() ? A() : B(); Use(x); }")]
    [InlineData("void M() { var x = A(); while (Maybe()) { Use(x); x = B(); } }")]
    [InlineData("void M() { var x = A(); Out(out x); Use(x); }")]
    [InlineData("void M() { var x = A(); Ref(ref x); Use(x); }")]
    [InlineData("void M() { var x = A(); ref var y = ref x; y = B(); Use(x); }")]
    [InlineData("void M() { var x = A(); Do(() => x = B()); Use(x); }")]
    [InlineData("void M() { var x = A(); void Change() => x = B(); Change(); Use(x); }")]
    [InlineData("void M() { var x = A(); x += B(); Use(x); }")]
    [InlineData("void M() { var x = A(); try { x = B(); } catch (Exception) { Use(x); } }")]
    [InlineData("void M() { var x = A(); try { A(); } finally { x = B(); } Use(x); }")]
    [InlineData("void M() { var x = A(); var run = () => Use(x); x = B(); run(); }")]
    [InlineData("void M(object o) { if (o is string x) Use(x); }")]
    [InlineData("void M() { _field = A(); Use(_field); } void N() { _field = B(); }")]
    [InlineData("void M() { string? x = null; if (Maybe()) x ??= A(); Use(x); }")]
    public void Is_uncertain(string members) => Assert.Equal(["?"], Origins(members));

    [Theory]
    [InlineData("void M() => Helper(A()); void Helper(string p) => Use(p);", "A()")]
    [InlineData("void M() { Use(Helper()); } string Helper() { var x = A(); return x; }", "A()")]
    [InlineData("void M() { Use(Local(A())); string Local(string p) => p; }", "A()")]
    [InlineData("void M() { Helper(A()); Helper(B()); } void Helper(string p) => Use(p);", "p")]
    [InlineData("void M() { Use(Helper(A())); Use(Helper(B())); } string Helper(string p) => p;", "Helper(A())", "Helper(B())")]
    [InlineData("void M() { Use(Helper()); } string Helper() { if (Maybe()) return A(); return B(); }", "Helper()")]
    [InlineData("void M() { Use(Helper()); } string Helper() => Maybe() ? A() : B();", "?")]
    [InlineData("void M() => Helper(A()); public void Helper(string p) => Use(p);", "p")]
    [InlineData("void M() { Helper(A()); Action<string> again = Helper; } void Helper(string p) => Use(p);", "p")]
    [InlineData("void M() => Helper(); void Helper(string p = \"\") => Use(p);", "p")]
    [InlineData("void M() => Helper(A()); void Helper(string p) { if (Maybe()) Helper(p); Use(p); }", "p")]
    [InlineData("sealed class D(string q) { void M() => Helper(A()); void Helper(string p) => Use(q + p); }", "q + p")]
    [InlineData("sealed class D(string q) { void M() => Helper(A()); void Helper(string p) => Use(q); }", "q")]
    [InlineData("void M(string p) { Use(Loop(p)); } string Loop(string p) => Loop(p);", "Loop(p)")]
    public void Is_followed_through_a_helper_only_where_that_is_certain(string members, params string[] origins) => Assert.Equal(origins, Origins(members));

    [Theory]
    [InlineData("async Task M() { var x = A(); await Task.Yield(); Use(x); }", "A()")]
    [InlineData("IEnumerable<int> M() { var x = A(); yield return 1; Use(x); }", "A()")]
    [InlineData("void M(string[] all) { foreach (var x in all) { var y = x; Use(A()); } }", "A()")]
    [InlineData("void M(object o) { var x = A(); switch (o) { case int i when i > 1: Use(x); break; default: Use(x); break; } }", "A()", "A()")]
    [InlineData("void M() { var x = A(); while (true) { if (Maybe()) break; if (Maybe()) continue; Use(x); } }", "A()")]
    [InlineData("void M() { var x = A(); lock (this) { using var y = new System.IO.MemoryStream(); Use(x); } Use(x); }", "A()", "A()")]
    [InlineData("void M() { var x = A(); goto end; end: Use(x); }", "A()")]
    [InlineData("void M((string, string) pair) { var (x, y) = pair; Use(x); }", "?")]
    public void Stands_every_kind_of_statement(string members, params string[] origins) => Assert.Equal(origins, Origins(members));
}
