using Kiln.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Analyzers.Tests.Models;

public sealed class PlatformTooOldTests
{
    // Not even its label is right.
    static readonly TestProject Project = new TestProject()
        .Contract("data", Columns.Number("x"), Columns.Number("y"))
        .Source("[Kiln.Model(\"data\", Label = \"z\", Version = \"1.0.0\")] partial class M { }");

    [Fact]
    public async Task A_model_in_an_older_language_is_told_that_alone_and_gets_no_code()
    {
        var old = Project with { Language = LanguageVersion.CSharp11 };

        Assert.Equal(["KILN0022 at M: LangVersion is 11.0, and Kiln's classes need C# 12.0 or later; remove LangVersion or set it to 12.0 or later"], await old.Findings());
        Assert.Empty(old.Generate().Files);
        Assert.DoesNotContain(old.Generate().Compilation.GetDiagnostics(TestContext.Current.CancellationToken), found => found.Severity == DiagnosticSeverity.Error);
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.Latest)]
    [InlineData(LanguageVersion.Preview)]
    public async Task A_newer_language_is_left_alone(LanguageVersion language) =>
        Assert.DoesNotContain(await (Project with { Language = language }).Findings(), finding => finding.StartsWith("KILN0022", StringComparison.Ordinal));
}
