using Kiln.Host.Data.Sources;

namespace Kiln.Host.Data.Json;

/// <summary>A name that objects of a file have.</summary>
/// <param name="First">The first of its values.</param>
/// <param name="Nested">The first of its values that is a list or an object; null for none.</param>
sealed record JsonMember(string Name, FieldPlace First, FieldPlace? Nested);
