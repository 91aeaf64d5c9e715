using Kiln.Contracts.Expectations;

namespace Kiln.Contracts.Models;

/// <summary>An <c>[Expect]</c> of a model and where it stands.</summary>
public sealed record ModelExpectation(Expectation Expectation, Location Location);
