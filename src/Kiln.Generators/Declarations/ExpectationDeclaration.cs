using Kiln.Contracts.Expectations;
using Kiln.Contracts.Models;

namespace Kiln.Generators.Declarations;

/// <summary>An <c>[Expect]</c> as written, a bound that is NaN included, and where it stands.</summary>
sealed record ExpectationDeclaration(Expectation Expectation, SourceLocation Location)
{
    public ModelExpectation ToDefinition(string projectDirectory) => new(Expectation, Location.RelativeTo(projectDirectory));
}
