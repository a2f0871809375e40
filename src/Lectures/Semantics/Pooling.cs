namespace Lectures.Semantics;

/// <summary>How a model's vectors of tokens become one of the text; the model's card tells.</summary>
public enum Pooling
{
    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>That of the first token.</summary>
    Cls,
}
