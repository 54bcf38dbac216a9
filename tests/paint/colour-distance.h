/* colour-distance.h: how different two colours look, also to eyes that lack a kind of cone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <math.h>

#include "atlas-colour.h"

/* Rows for red, green and blue light: Machado, Oliveira and Fernandes 2009, full severity. */
static const double EYES[][3][3] = {
  { { 1.0, 0.0, 0.0 }, { 0.0, 1.0, 0.0 }, { 0.0, 0.0, 1.0 } },
  { { 0.152286, 1.052583, -0.204868 },
    { 0.114503, 0.786281, 0.099216 },
    { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 },
    { 0.280085, 0.672501, 0.047413 },
    { -0.011820, 0.042940, 0.968881 } },
  { { 1.255528, -0.076749, -0.178779 },
    { -0.078411, 0.930809, 0.147602 },
    { 0.004733, 0.691367, 0.303900 } },
};

static const double XYZ[3][3] = { { 0.4124564, 0.3575761, 0.1804375 },
                                  { 0.2126729, 0.7151522, 0.0721750 },
                                  { 0.0193339, 0.1191920, 0.9503041 } };
static const double WHITE[3] = { 0.95047, 1.0, 1.08883 };

static inline void
multiply (const double matrix[3][3], const double *vector, double *product)
{
  for (int i = 0; i < 3; i++)
    product[i] = matrix[i][0] * vector[0] + matrix[i][1] * vector[1] + matrix[i][2] * vector[2];
}

static inline double
linearise (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

/* CIE 1976 L*, a*, b* of what an eye makes of @colour. */
static inline void
get_lab (const AtlasColour *colour, const double eye[3][3], double *lab)
{
  double light[3] = { linearise (colour->red), linearise (colour->green),
                      linearise (colour->blue) };
  double seen[3];
  double xyz[3];
  double f[3];

  multiply (eye, light, seen);
  for (int i = 0; i < 3; i++)
    seen[i] = CLAMP (seen[i], 0.0, 1.0);
  multiply (XYZ, seen, xyz);
  for (int i = 0; i < 3; i++)
    {
      double share = xyz[i] / WHITE[i];

      f[i] = share > 216.0 / 24389.0 ? cbrt (share) : (24389.0 / 27.0 * share + 16.0) / 116.0;
    }
  lab[0] = 116.0 * f[1] - 16.0;
  lab[1] = 500.0 * (f[0] - f[1]);
  lab[2] = 200.0 * (f[1] - f[2]);
}

/* To the eye to which they are most alike, in units of CIE 1976: 2.3 can just be told apart. */
static inline double
get_colour_distance (const AtlasColour *a, const AtlasColour *b)
{
  double least = G_MAXDOUBLE;

  for (gsize i = 0; i < G_N_ELEMENTS (EYES); i++)
    {
      double p[3];
      double q[3];

      get_lab (a, EYES[i], p);
      get_lab (b, EYES[i], q);
      least = MIN (least, sqrt ((p[0] - q[0]) * (p[0] - q[0]) + (p[1] - q[1]) * (p[1] - q[1])
                                + (p[2] - q[2]) * (p[2] - q[2])));
    }
  return least;
}

static inline double
get_lightness (const AtlasColour *colour)
{
  double lab[3];

  get_lab (colour, EYES[0], lab);
  return lab[0];
}
