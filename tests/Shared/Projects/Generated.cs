using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Kiln.Testing;

/// <summary>What the generator made of a project.</summary>
sealed record Generated(IReadOnlyDictionary<string, string> Files, Compilation Compilation)
{
    /// <summary>The generated file of that name, without the lines that carry a version.</summary>
    public string this[string hint] => string.Join('\n', Files[hint].Split('\n').Where(line => !line.Contains("GeneratedCode(")));

    /// <summary>Compiles without a single warning, in the user's code or in the generated one.</summary>
    public Generated Compiles()
    {
        Assert.Empty(Compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden));
        return this;
    }

    /// <summary>Compiles, loads, and returns what <c>static string Script.Run()</c> returns.</summary>
    public string Run()
    {
        Compiles();
        using var image = new MemoryStream();
        Assert.True(Compilation.Emit(image).Success);
        image.Position = 0;
        var context = new AssemblyLoadContext("test", isCollectible: true);
        try
        {
            var script = context.LoadFromStream(image).GetType("Script", throwOnError: true)!;
            return (string)script.GetMethod("Run", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.Invoke(null, null)!;
        }
        finally
        {
            context.Unload();
        }
    }
}
