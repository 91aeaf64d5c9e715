using Kiln.Serving;

namespace Kiln.Extensions.DependencyInjection;

/// <summary>A model in an application at one moment.</summary>
/// <param name="State">How it is.</param>
/// <param name="Since">Since when.</param>
/// <param name="Reason">Why it is not well, with the path of a file; null where it is. For operators, not for callers.</param>
/// <param name="Served">The loaded model, where its class answers JSON; null where it does not, or none is loaded.</param>
/// <param name="LoadedAt">When that was loaded; null where none is.</param>
public sealed record ModelStatus(ModelState State, DateTimeOffset Since, string? Reason, IServedModel? Served, DateTimeOffset? LoadedAt);
